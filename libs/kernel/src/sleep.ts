import { setTimeout as delay } from 'node:timers/promises';

/** Waits `milliseconds`, or until `signal` aborts; never rejects. For loops of a running process, not for tests. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch {
    // An abort ends the wait early: the caller looks at its signal itself.
  }
}
