import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { median } from './paired.js';

const FIRST_GOAL_S = 5;
const NEXT_GOAL_S = 3;
const ROUNDS = 3;

/** Seconds from `npm start`, installed and built, to `/health/ready`: with a new data directory, and with an old one. */
export async function startBench(_environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const first: number[] = [];
  const next: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'secretary-start-'));
    await chmod(folder, 0o755);
    first.push(await secondsToReady(join(folder, 'data')));
    next.push(await secondsToReady(join(folder, 'data')));
    await rm(folder, { recursive: true, force: true });
  }
  return [row('start (first)', median(first), FIRST_GOAL_S), row('start (next)', median(next), NEXT_GOAL_S)];
}

function row(name: string, seconds: number, goal: number): BenchRow {
  return {
    name,
    ours: seconds,
    limit: goal,
    unit: 's',
    ratio: seconds / goal,
    goal: `<= ${goal} s`,
    met: seconds <= goal,
  };
}

async function secondsToReady(dataDir: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn('npm', ['start'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: 'ignore',
    detached: true,
  });
  while (!(await isReady(port))) await delay(20);
  const seconds = (performance.now() - started) / 1_000;
  const exited = once(child, 'exit');
  if (child.pid) process.kill(-child.pid, 'SIGINT');
  await exited;
  return seconds;
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
