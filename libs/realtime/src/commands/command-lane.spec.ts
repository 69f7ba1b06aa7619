import { CommandLane, type Passage } from './command-lane.js';

/** What becomes of `count` commands that come evenly over `seconds`. */
function passages(count: number, seconds: number, lane = laneAt()): readonly Passage[] {
  return Array.from({ length: count }, () => {
    lane.clock.ms += (seconds * 1_000) / count;
    return lane.lane.take();
  });
}

function laneAt() {
  const clock = { ms: 0 };
  return { clock, lane: new CommandLane(() => clock.ms) };
}

const counts = (taken: readonly Passage[]) =>
  Object.fromEntries(['pass', 'refuse', 'cut'].map((what) => [what, taken.filter((one) => one === what).length]));

describe('CommandLane', () => {
  it.each([
    ['a hundred at once', 100, 0, { pass: 100, refuse: 0, cut: 0 }],
    ['fifty a second for a minute', 3_000, 60, { pass: 3_000, refuse: 0, cut: 0 }],
    ['a hundred too many at once', 200, 0, { pass: 100, refuse: 100, cut: 0 }],
    ['a thousand at once', 1_000, 0, { pass: 100, refuse: 100, cut: 800 }],
  ])('%s', (_, count, seconds, expected) => {
    expect(counts(passages(count, seconds))).toEqual(expected);
  });

  it('forgives who rests', () => {
    const lane = laneAt();
    passages(200, 0, lane);
    lane.clock.ms += 4_000;
    expect(counts(passages(100, 0, lane))).toEqual({ pass: 100, refuse: 0, cut: 0 });
  });

  it('runs one after the other, and no more than it can keep', async () => {
    const { clock, lane } = laneAt();
    const done: number[] = [];
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    lane.run(() => gate);
    const taken: Passage[] = [];
    for (let number = 0; number < 250; number += 1) {
      clock.ms += 20;
      const passage = lane.take();
      taken.push(passage);
      if (passage === 'pass') lane.run(() => Promise.resolve(void done.push(number)));
    }
    expect(counts(taken)).toEqual({ pass: 199, refuse: 51, cut: 0 });
    expect(done).toEqual([]);
    go();
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toEqual(Array.from({ length: 199 }, (_, number) => number));
  });
});
