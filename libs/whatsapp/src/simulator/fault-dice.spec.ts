import { ActiveFaults } from './active-faults.js';
import { roll, strikes } from './fault-dice.js';
import { NO_FAULTS } from './fault-script.js';

const IDS = Array.from({ length: 10_000 }, (_, index) => `3EB0${index}`);

describe('strikes', () => {
  it.each([0.01, 0.1, 0.5])('strikes about %d of the messages', (chance) => {
    const struck = IDS.filter((id) => strikes({ ...NO_FAULTS, duplicate: chance }, 'duplicate', id)).length;
    expect(Math.abs(struck / IDS.length - chance)).toBeLessThan(0.015);
  });

  it.each([
    [0, 0],
    [1, IDS.length],
  ])('with the chance %d strikes %d', (chance, count) => {
    expect(IDS.filter((id) => strikes({ ...NO_FAULTS, late: chance }, 'late', id))).toHaveLength(count);
  });

  it('strikes the same messages for the same seed, others for another seed or fault', () => {
    const struck = (seed: number, fault: 'late' | 'duplicate') =>
      IDS.filter((id) => strikes({ ...NO_FAULTS, seed, late: 0.1, duplicate: 0.1 }, fault, id));
    expect(struck(1, 'late')).toEqual(struck(1, 'late'));
    expect(struck(1, 'late')).not.toEqual(struck(2, 'late'));
    expect(struck(1, 'late')).not.toEqual(struck(1, 'duplicate'));
  });

  it('stays the same from version to version', () => {
    expect(roll(1, 'late:3EB00')).toBe(0.5648204681929201);
  });
});

describe('ActiveFaults', () => {
  it('strikes once where a second time would be for ever', () => {
    const faults = new ActiveFaults({ ...NO_FAULTS, disconnect: 1 });
    expect([1, 2, 3].map(() => faults.strikesOnce('disconnect', 'a'))).toEqual([true, false, false]);
    expect(faults.strikesOnce('disconnect', 'b')).toBe(true);
  });
});
