import { setTimeout as delay } from 'node:timers/promises';

/** Far more than anything takes: a slow machine is no failure. */
const DEADLINE_MS = 25_000;

export interface WaitOptions {
  /** What is awaited, for the failure: "the reply to arrive". */
  readonly what: string;
  /** Defaults to 25 seconds. */
  readonly timeoutMs?: number;
  /** Between two looks; defaults to 10 ms. More where a look costs something. */
  readonly everyMs?: number;
}

/**
 * Asks again and again until `check` gives something else than undefined or false, and returns that.
 * @throws Error `Waited … ms for <what>` after the deadline, or whatever `check` throws, at once
 */
export async function waitFor<T>(
  check: () => Promise<T | undefined | false> | T | undefined | false,
  { what, timeoutMs = DEADLINE_MS, everyMs = 10 }: WaitOptions,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms for ${what}`);
    await delay(everyMs);
  }
}
