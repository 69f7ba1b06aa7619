import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import pg from 'pg';

import { sleep } from '#kernel';

import { errorCode } from '../error-code.js';
import type { Cluster } from './cluster.js';
import { embeddedUrl } from './embedded-url.js';
import { endProcess } from './end-process.js';
import { readPostmasterFile } from './postmaster-file.js';
import { findProcess, isAlive, worksIn } from './running-process.js';
import type { RunningPostgres } from './start-postgres.js';

/** How long a server that is just starting or stopping is waited for. */
const ANSWER_LIMIT_MS = 10_000;
const STOP_LIMIT_MS = 8_000;
const POLL_MS = 20;

/**
 * Finds the server that a killed process of ours left behind. Returns it when it answers to our password; otherwise ends it, so that after this
 * either we have a server, or none runs on this folder.
 */
export async function takeOver(cluster: Cluster): Promise<RunningPostgres | undefined> {
  const file = await readPostmasterFile(cluster.folder);
  if (!file) return undefined;
  const found = findProcess(file.pid);
  if (!found || !worksIn(found.pid, cluster.folder)) {
    // A zombie, or somebody else who has the pid by now, Postgres would take for a living server. It has other means to notice one: its shared
    // memory is keyed by the folder.
    await rm(join(cluster.folder, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const running = { process: found, port: file.port };
  if (await answers(cluster, running)) return running;
  await endProcess(found, STOP_LIMIT_MS);
  return undefined;
}

async function answers(cluster: Cluster, running: RunningPostgres): Promise<boolean> {
  for (const deadline = performance.now() + ANSWER_LIMIT_MS; performance.now() < deadline; await sleep(POLL_MS)) {
    if (!isAlive(running.process)) return false;
    const failure = await connectionError(embeddedUrl(cluster, running.port));
    if (failure === undefined) return true;
    // 28: the password is not ours. Everything else may pass: it is starting, or shutting down.
    if (errorCode(failure)?.startsWith('28')) return false;
  }
  return false;
}

async function connectionError(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that is shutting down may cut the connection in between.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
