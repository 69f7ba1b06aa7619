import { sleep } from './sleep.js';

/** Whether `work` has ended after so many ms; if not, it goes on. Rejects as `work` does. */
export async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([work.then(() => true), sleep(milliseconds, over.signal).then(() => false)]);
  } finally {
    over.abort();
  }
}
