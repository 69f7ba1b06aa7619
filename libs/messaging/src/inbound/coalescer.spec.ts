import fc from 'fast-check';

import { Coalescer } from './coalescer.js';

const INTERLEAVINGS = 10_000;
const ITEMS = fc.array(fc.nat(999), { maxLength: 10 });
/** About one in ten cannot be written, and makes the batch fail that it is in. */
const isPoison = (item: number): boolean => item % 10 === 7;

describe('Coalescer', () => {
  it('writes the calls of one tick as one batch, and a lone call at once', async () => {
    const batches: number[][] = [];
    const coalescer = new Coalescer<number, number>((items) => {
      batches.push([...items]);
      return Promise.resolve(items.map((item) => item * 2));
    }, 10);
    expect(await Promise.all([1, 2, 3].map((item) => coalescer.submit(item)))).toEqual([2, 4, 6]);
    expect(await coalescer.submit(4)).toBe(8);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it('lets a bad item stand alone', async () => {
    const coalescer = new Coalescer<number, number>((items) => {
      if (items.includes(13)) return Promise.reject(new Error('unlucky'));
      return Promise.resolve(items);
    }, 10);
    const results = await Promise.allSettled([1, 13, 2].map((item) => coalescer.submit(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it(`keeps the order in ${INTERLEAVINGS} interleavings, also of batches that fail (promise 14)`, async () => {
    let failed = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), ITEMS, async (scheduler, items) => {
        const written: number[] = [];
        const coalescer = new Coalescer<number, number>(async (batch) => {
          await scheduler.schedule(Promise.resolve());
          if (batch.some(isPoison)) throw new Error('refused');
          written.push(...batch);
          return batch;
        }, 4);
        const submitted: Promise<unknown>[] = [];
        for (const item of items) {
          if (item % 3 === 0 && scheduler.count() > 0) await scheduler.waitOne();
          else if (item % 3 === 1) await Promise.resolve();
          submitted.push(coalescer.submit(item).catch(() => (failed += 1)));
        }
        await scheduler.waitFor(Promise.all(submitted));
        return written.join() === items.filter((item) => !isPoison(item)).join();
      }),
      { numRuns: INTERLEAVINGS },
    );
    // Items must have failed, or the test says half of what it should.
    expect(failed).toBeGreaterThan(INTERLEAVINGS / 10);
  });
});
