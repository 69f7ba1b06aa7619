import { Batch } from './batch.js';

describe('Batch', () => {
  it('writes what comes at once as one, in order, and what comes meanwhile after it', async () => {
    const batches: number[][] = [];
    let later: Promise<number> | undefined;
    const batch = new Batch<number, number>(async (items): Promise<number[]> => {
      batches.push([...items]);
      if (batches.length === 1) later = batch.add(9);
      await Promise.resolve();
      return items.map((item) => item * 2);
    }, 3);
    expect(await Promise.all([1, 2, 3, 4].map((item) => batch.add(item)))).toEqual([2, 4, 6, 8]);
    expect(await later).toBe(18);
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 9],
    ]);
  });

  it('lets a bad item fail alone', async () => {
    const batch = new Batch<number, number>((items) =>
      items.includes(2) ? Promise.reject(new Error('bad')) : Promise.resolve([...items]),
    );
    const results = await Promise.allSettled([1, 2, 3].map((item) => batch.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await batch.add(4)).toBe(4);
  });
});
