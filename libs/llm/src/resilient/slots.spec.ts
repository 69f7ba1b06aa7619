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

  it('lets in first whom somebody waits for, and keeps slots for that', async () => {
    const slots = new Slots(4);
    const entered: string[] = [];
    const come = (name: string, urgent: boolean) => slots.acquire({ urgent }).then(() => entered.push(name));
    const patient = ['a', 'b', 'c', 'd'].map((name) => come(name, false));
    const urgent = ['x', 'y'].map((name) => come(name, true));
    await urgent[0];
    expect(entered).toEqual(['a', 'b', 'c', 'x']);
    slots.release();
    await urgent[1];
    slots.release();
    await new Promise((resolve) => setImmediate(resolve));
    expect(entered).toEqual(['a', 'b', 'c', 'x', 'y']);
    slots.release();
    await patient[3];
    expect(entered.at(-1)).toBe('d');
  });

  it('forgets who is taken back while waiting', async () => {
    const slots = new Slots(1);
    await slots.acquire();
    const controller = new AbortController();
    const left = slots.acquire({ signal: controller.signal });
    const next = slots.acquire();
    controller.abort();
    await expect(left).rejects.toMatchObject({ code: 'llm.aborted' });
    await expect(slots.acquire({ signal: controller.signal })).rejects.toMatchObject({ code: 'llm.aborted' });
    slots.release();
    await next;
    slots.release();
    await slots.acquire();
  });
});
