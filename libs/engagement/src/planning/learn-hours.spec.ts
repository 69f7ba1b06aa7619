import { learnHours } from './learn-hours.js';

describe('learnHours', () => {
  it('counts', () => {
    const counts = learnHours([], [9, 9, 22]);
    expect(counts).toHaveLength(24);
    expect([counts[9], counts[22], counts[0]]).toEqual([2, 1, 0]);
  });

  it('takes no hour that there is none of', () => {
    expect(learnHours([], [24, -1, 1.5, NaN])).toEqual(new Array(24).fill(0));
  });

  it('fades: habits of long ago count less', () => {
    const old = learnHours(new Array<number>(24).fill(0).with(9, 400), [20]);
    expect([old[9], old[20]]).toEqual([200, 0]);
  });
});
