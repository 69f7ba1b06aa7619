import { Slots } from './slots.js';

describe('Slots', () => {
  it('lets so many in, the others in the order in which they came', async () => {
    const slots = new Slots(2);
    const entered: number[] = [];
    const waits = [1, 2, 3, 4].map((n) => slots.acquire().then(() => entered.push(n)));
    await waits[1];
    expect(entered).toEqual([1, 2]);
    slots.release();
    await waits[2];
    expect(entered).toEqual([1, 2, 3]);
    slots.release();
    await waits[3];
    expect(entered).toEqual([1, 2, 3, 4]);
  });

  it('forgets who is taken back while waiting', async () => {
    const slots = new Slots(1);
    await slots.acquire();
    const controller = new AbortController();
    const left = slots.acquire(controller.signal);
    const next = slots.acquire();
    controller.abort();
    await expect(left).rejects.toMatchObject({ code: 'llm.aborted' });
    await expect(slots.acquire(controller.signal)).rejects.toMatchObject({ code: 'llm.aborted' });
    slots.release();
    await next;
    slots.release();
    await slots.acquire();
  });
});
