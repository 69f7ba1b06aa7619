import { SharedTotal } from './shared-total.js';

const DAY = '2026-01-05';

/** A store whose answers come when a test lets them. */
function newStore() {
  const readings: { answer: (total: number) => void; fail: () => void }[] = [];
  const read = () =>
    new Promise<number>((resolve, reject) => {
      readings.push({ answer: resolve, fail: () => reject(new Error('down')) });
    });
  return { readings, read };
}

describe('SharedTotal', () => {
  it('is what was read, what was added since, and what is held', async () => {
    const total = new SharedTotal(1_000);
    await total.refresh(DAY, 0, () => Promise.resolve(5));
    total.add(DAY, 1);
    const release = total.hold(2);
    expect(total.value).toBe(8);
    release();
    release();
    expect(total.value).toBe(6);
  });

  it('reads again only when it is old, and then what was added is among what is read', async () => {
    const total = new SharedTotal(1_000);
    await total.refresh(DAY, 0, () => Promise.resolve(5));
    total.add(DAY, 1);
    await total.refresh(DAY, 999, () => Promise.reject(new Error('not now')));
    expect(total.value).toBe(6);
    await total.refresh(DAY, 1_000, () => Promise.resolve(7));
    expect(total.value).toBe(7);
  });

  it('counts what is added while it reads, and forgets nothing while it reads', async () => {
    const total = new SharedTotal(1_000);
    const { readings, read } = newStore();
    total.add(DAY, 1);
    const reading = total.refresh(DAY, 0, read);
    total.add(DAY, 2);
    expect(total.value).toBe(3);
    readings[0]?.answer(10);
    await reading;
    expect(total.value).toBe(12);
  });

  it('reads once for all who ask at the same time', async () => {
    const total = new SharedTotal(1_000);
    const { readings, read } = newStore();
    const asked = [total.refresh(DAY, 0, read), total.refresh(DAY, 0, read)];
    readings[0]?.answer(4);
    await Promise.all(asked);
    expect(readings).toHaveLength(1);
    expect(total.value).toBe(4);
  });

  it('tells everybody that it could not be read, and keeps what was added', async () => {
    const total = new SharedTotal(1_000);
    const { readings, read } = newStore();
    total.add(DAY, 1);
    const asked = [total.refresh(DAY, 0, read), total.refresh(DAY, 0, read)];
    readings[0]?.fail();
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(total.value).toBe(1);
  });

  it('begins again with each day, but for what is under way', async () => {
    const total = new SharedTotal(1_000);
    await total.refresh(DAY, 0, () => Promise.resolve(5));
    total.hold(1);
    await total.refresh('2026-01-06', 1, () => Promise.resolve(0));
    expect(total.value).toBe(1);
  });

  it('does not take the total of one day for that of the next', async () => {
    const total = new SharedTotal(1_000);
    const { readings, read } = newStore();
    const before = total.refresh(DAY, 0, read);
    const after = total.refresh('2026-01-06', 1, read);
    readings[0]?.answer(99);
    await before;
    await new Promise((resolve) => setImmediate(resolve));
    readings[1]?.answer(3);
    await after;
    expect(total.value).toBe(3);
  });
});
