import { once } from 'node:events';

/** What `work` gives, or a rejection as soon as `signal` aborts: `work` goes on, but nobody waits for it. */
export async function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const ended = new AbortController();
  const aborted = async (): Promise<never> => {
    if (!signal.aborted) await once(signal, 'abort', { signal: ended.signal });
    throw new Error('given up');
  };
  const giveUp = aborted();
  // Whoever loses the race has nobody to tell.
  giveUp.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, giveUp]);
  } finally {
    ended.abort();
  }
}
