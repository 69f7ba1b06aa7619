import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { PostgresAccount } from './postgres-account.js';

/** Who owns a folder, and its mode bits. */
export interface FolderAccess {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** Whether `account` may pass through a folder. Like the kernel: the first of owner, group, others that applies decides. */
export function canEnter(folder: FolderAccess, account: PostgresAccount): boolean {
  if (account.uid === undefined || account.uid === 0) return true;
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** The uppermost of `folder` and its parents that `account` cannot enter. `folder` must be a real path. */
export async function findBarrier(folder: string, account: PostgresAccount): Promise<string | undefined> {
  const parent = dirname(folder);
  const above = parent === folder ? undefined : await findBarrier(parent, account);
  return above ?? (canEnter(await stat(folder), account) ? undefined : folder);
}
