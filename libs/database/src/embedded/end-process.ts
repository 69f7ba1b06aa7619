import { sleep } from '#kernel';

import { isAlive, type RunningProcess } from './running-process.js';

const POLL_MS = 10;

/**
 * Asks a Postgres to shut down fast (SIGINT: it cuts its clients and writes a checkpoint), waits for its end, and kills it after `limitMs`. A
 * killed one recovers from its log at the next start, so nothing committed is lost.
 */
export async function endProcess(target: RunningProcess, limitMs: number): Promise<void> {
  signalProcess(target, 'SIGINT');
  if (await isGone(target, limitMs)) return;
  signalProcess(target, 'SIGKILL');
  await isGone(target, limitMs);
}

/** Does nothing when the process is gone, or its pid another's by now. */
export function signalProcess(target: RunningProcess, name: NodeJS.Signals): void {
  try {
    if (isAlive(target)) process.kill(target.pid, name);
  } catch {
    // It ended by itself in this moment.
  }
}

async function isGone(target: RunningProcess, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while (isAlive(target)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}
