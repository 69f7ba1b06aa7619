import { access, chmod, chown, constants, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { badDataDir } from '../database.errors.js';
import { errorCode } from '../error-code.js';
import { postgresAccount, type PostgresAccount } from './postgres-account.js';
import { canEnter, findBarrier } from './reachable-folder.js';

/** One of these means that the folder is ours alone, so that its mode is ours to set. */
const OURS = ['postgres', 'postgres.new', 'secretary.lock', 'admin-api-key', 'keys'];

export interface DataDir {
  /** Its real path. */
  readonly folder: string;
  /** Who runs Postgres on it. */
  readonly account: PostgresAccount;
}

/**
 * Makes the folder when missing, closes it to others (mode 0700), and makes sure that Postgres reaches its part of it. As root, Postgres is another
 * user, who needs to pass through: then the folder gets that user's group and mode 0710, which lets the group in but list nothing.
 * @throws AppError `database.data-dir` that names the folder in the way
 */
export async function prepareDataDir(dataDir: string): Promise<DataDir> {
  const path = resolve(dataDir);
  const folder = await writableFolder(path).catch((cause: unknown) => {
    throw badDataDir(
      `The data folder ${path} cannot be made or written (${errorCode(cause) ?? 'unknown reason'}). Set DATA_DIR to a folder of yours.`,
      cause,
    );
  });
  const account = await accountFor(folder);
  await close(folder, account);
  const barrier = await findBarrier(folder, account);
  if (barrier) {
    throw badDataDir(
      `As root, Postgres runs as another user, who cannot pass through ${barrier} to reach the data folder ${folder}. ` +
        'Set DATA_DIR to a folder elsewhere, such as /var/lib/secretary, or start as an ordinary user.',
    );
  }
  return { folder, account };
}

async function writableFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  return realpath(path);
}

/** As root, a database that an ordinary user made stays that user's. */
async function accountFor(folder: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {};
  const cluster = await stat(join(folder, 'postgres')).catch(() => undefined);
  return cluster && cluster.uid !== 0 ? { uid: cluster.uid, gid: cluster.gid } : postgresAccount();
}

/** A folder with other things in it, such as /tmp given by mistake, is left as it is. */
async function close(folder: string, account: PostgresAccount): Promise<void> {
  const entries = await readdir(folder);
  const { uid, mode } = await stat(folder);
  const isOurs = entries.length === 0 || OURS.some((name) => entries.includes(name));
  if (!isOurs || (process.getuid && uid !== process.getuid() && uid !== account.uid)) return;
  if (account.gid === undefined || canEnter({ uid, gid: -1, mode: 0o700 }, account)) {
    if (mode & 0o077) await chmod(folder, 0o700);
    return;
  }
  await chown(folder, uid, account.gid);
  await chmod(folder, 0o710);
}
