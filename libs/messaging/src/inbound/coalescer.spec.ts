import fc from 'fast-check';

import { Coalescer } from './coalescer.js';

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

  it('keeps the order, whatever the interleaving', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(), { maxLength: 30 }), async (scheduler, items) => {
        const written: number[] = [];
        const coalescer = new Coalescer<number, number>(async (batch) => {
          await scheduler.schedule(Promise.resolve());
          written.push(...batch);
          return batch;
        }, 4);
        const all = Promise.all(items.map((item) => coalescer.submit(item)));
        await scheduler.waitFor(all);
        expect(written).toEqual(items);
      }),
    );
  });
});
