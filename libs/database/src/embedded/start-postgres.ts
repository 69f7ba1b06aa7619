import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';

import { sleep } from '#kernel';

import { embeddedFailed } from '../database.errors.js';
import type { Cluster } from './cluster.js';
import { endProcess } from './end-process.js';
import { readPostmasterFile } from './postmaster-file.js';
import { findProcess, type RunningProcess } from './running-process.js';
import { lastFailure, openServerLog } from './server-log.js';
import { serverArguments } from './server-settings.js';

/** Longer than a recovery of all the log that `max_wal_size` lets pile up. */
const START_LIMIT_MS = 60_000;
const END_LIMIT_MS = 2_000;
const POLL_MS = 5;

export interface RunningPostgres {
  readonly process: RunningProcess;
  readonly port: number;
}

/**
 * Starts the server and waits until it takes connections (some 50 ms; longer after a crash).
 * @throws AppError `database.embedded-failed` with what Postgres said
 */
export async function startPostgres(cluster: Cluster, port: number): Promise<RunningPostgres> {
  const log = openServerLog(cluster.logFile);
  // A group of its own: a Ctrl-C at the terminal must reach us alone, so that we close our work before the database goes.
  // None of our variables, which hold secrets.
  const child = spawn(cluster.binaries.postgres, serverArguments(cluster.folder, port), {
    ...cluster.account,
    cwd: cluster.folder,
    detached: true,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  child.unref();
  let ended: string | undefined;
  child.once('exit', (code, signal) => (ended = `it ended with ${signal ?? `code ${code}`}`));
  child.once('error', (error) => (ended = error.message));

  const started = child.pid === undefined ? undefined : findProcess(child.pid);
  for (const deadline = performance.now() + START_LIMIT_MS; performance.now() < deadline; await sleep(POLL_MS)) {
    if (ended !== undefined) throw embeddedFailed((await lastFailure(cluster.logFile, log.offset)) ?? ended);
    const file = await readPostmasterFile(cluster.folder);
    if (started && file?.ready && file.pid === started.pid) return { process: started, port };
  }
  if (started) await endProcess(started, END_LIMIT_MS);
  throw embeddedFailed(`it was not ready after ${START_LIMIT_MS / 1_000} s; ${cluster.logFile} tells more`);
}
