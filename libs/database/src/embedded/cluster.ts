import { randomBytes } from 'node:crypto';
import { execFile, spawn } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { badDataDir, embeddedFailed } from '../database.errors.js';
import { errorMessage } from '../error-message.js';
import type { PostgresAccount } from './postgres-account.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';

/** The superuser of the embedded server; its database is Postgres' own default one. */
export const USER = 'secretary';

/** An initialised data folder of Postgres with all that it takes to run it. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly account: PostgresAccount;
  readonly binaries: PostgresBinaries;
  readonly password: string;
}

/** No locale of the machine: text compares by code point, and upper and lower case follow Unicode, everywhere alike. */
const INITDB = [
  ['--username', USER],
  ['--encoding', 'UTF8'],
  ['--locale', 'C'],
  ['--locale-provider', 'builtin'],
  ['--builtin-locale', 'C.UTF-8'],
  ['--auth', 'scram-sha-256'],
  '--no-sync',
  '--no-instructions',
].flat();

/**
 * Initialises the data folder when there is none yet (about a second).
 * @throws AppError `database.embedded-failed` or `database.data-dir`
 */
export async function prepareCluster(
  dataDir: string,
  account: PostgresAccount,
  onProgress: (message: string) => void,
): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  const passwordFile = join(dataDir, 'postgres-password');
  const binaries = await postgresBinaries(dataDir, account);
  const password = await readFile(passwordFile, 'utf8').catch(() => undefined);
  const cluster = { folder, logFile: join(dataDir, 'postgres.log'), account, binaries };
  if (await exists(folder)) {
    if (!password)
      throw badDataDir(`${passwordFile} is missing or unreadable. Restore it, or move ${folder} away to begin anew.`);
    return { ...cluster, password };
  }
  onProgress('Setting up the embedded Postgres (once)');
  const fresh = randomBytes(24).toString('base64url');
  // Before the data folder gets its name: that one never exists without its password.
  await writeFile(passwordFile, fresh, { mode: 0o600 });
  await initialise({ ...cluster, password: fresh }, `${folder}.new`);
  return { ...cluster, password: fresh };
}

/** Under another name until it is complete, so a crash in between leaves nothing that looks whole. */
async function initialise({ folder, account, binaries, password }: Cluster, building: string): Promise<void> {
  const passwordFile = `${building}.password`;
  await rm(building, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(building, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(building, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    await promisify(execFile)(binaries.initdb, ['--pgdata', building, '--pwfile', passwordFile, ...INITDB], {
      ...account,
      cwd: building,
      env: { LC_ALL: 'C' },
    });
  } catch (cause) {
    throw embeddedFailed(`initdb failed: ${errorMessage(cause)}`, cause);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(building, folder);
  syncInBackground(folder, binaries, account);
}

/** Nobody waits for it: on a busy disk it takes seconds, and until it is done there is hardly anything to lose. */
function syncInBackground(folder: string, binaries: PostgresBinaries, account: PostgresAccount): void {
  const sync = spawn(binaries.initdb, ['--sync-only', '--pgdata', folder], {
    ...account,
    env: { LC_ALL: 'C' },
    stdio: 'ignore',
  });
  sync.on('error', () => undefined).unref();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
