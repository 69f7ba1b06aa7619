import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { dataDirInUse } from '../database.errors.js';
import { errorCode } from '../error-code.js';
import { findProcess } from './running-process.js';

export interface DataDirLock {
  release(): Promise<void>;
}

/**
 * Keeps other processes of ours off this folder. The lock is a file with our pid and start time, so one left by a killed process is
 * recognised, even when its pid was given to somebody else since.
 * @throws AppError `database.in-use` while its owner lives
 */
export async function lockDataDir(folder: string): Promise<DataDirLock> {
  const lock = join(folder, 'secretary.lock');
  const mine = `${lock}.${randomBytes(6).toString('hex')}`;
  await writeFile(mine, `${process.pid}\n${findProcess(process.pid)?.identity}\n`, { mode: 0o600 });
  try {
    while (!(await takes(mine, lock))) await removeStale(lock, mine, folder);
  } finally {
    await rm(mine, { force: true });
  }
  return { release: () => rm(lock, { force: true }) };
}

/** A hard link appears with its content, or not at all. */
async function takes(mine: string, lock: string): Promise<boolean> {
  try {
    await link(mine, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moved aside before it is removed: of two processes that see the same stale lock, the later must not remove the lock of the first. */
async function removeStale(lock: string, mine: string, folder: string): Promise<void> {
  const seen = await readFile(lock, 'utf8').catch(() => undefined);
  if (seen === undefined) return;
  refuseLiving(seen, folder);
  const aside = `${mine}.stale`;
  await rename(lock, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && moved !== seen) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

function refuseLiving(content: string, folder: string): void {
  const [pid = '', identity = ''] = content.split('\n');
  if (identity && findProcess(Number(pid))?.identity === identity) throw dataDirInUse(folder, Number(pid));
}
