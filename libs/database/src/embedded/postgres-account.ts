import { execFileSync } from 'node:child_process';

import { embeddedFailed } from '../database.errors.js';

/** The user that Postgres runs as. Without ids: the one that we run as. */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = 'postgres';

/** Postgres refuses to run as root, so as root this finds the user `postgres`, or makes it (without home or login). */
export function postgresAccount(): PostgresAccount {
  if (process.getuid?.() !== 0) return {};
  return findUser() ?? makeUser();
}

function findUser(): PostgresAccount | undefined {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

function makeUser(): PostgresAccount {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], {
      stdio: 'pipe',
    });
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch (cause) {
    throw embeddedFailed(`it cannot run as root, and making a user "${NAME}" for it failed`, cause);
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, NAME], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
}
