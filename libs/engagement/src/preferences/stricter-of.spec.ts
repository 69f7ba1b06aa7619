import fc from 'fast-check';

import { isQuiet } from '../planning/quiet-hours.js';
import { stricterOf, type Allowed } from './stricter-of.js';

const allowed = (frequency: Allowed['frequency'], quiet: readonly [number, number] | null): Allowed => ({
  frequency,
  quietHours: quiet && { from: quiet[0] * 60, until: quiet[1] * 60 },
});

describe('stricterOf', () => {
  it.each<[string, Allowed, Allowed, Allowed]>([
    ['off wins over all', allowed('high', null), allowed('off', null), allowed('off', null)],
    ['nothing said is normal', allowed(null, null), allowed('high', null), allowed(null, null)],
    ['low is less than nothing said', allowed(null, null), allowed('low', null), allowed('low', null)],
    ['hours of one hold for both', allowed(null, [22, 8]), allowed(null, null), allowed(null, [22, 8])],
    ['quiet in either', allowed(null, [22, 8]), allowed(null, [20, 7]), allowed(null, [20, 8])],
    ['a rest at noon, too', allowed(null, [22, 8]), allowed(null, [13, 15]), allowed(null, [22, 15])],
    ['no time suits both', allowed(null, [22, 12]), allowed(null, [12, 22]), allowed(null, [22, 12])],
    ['one that is never quiet', allowed(null, [0, 0]), allowed(null, [22, 8]), allowed(null, [22, 8])],
  ])('%s', (_, one, other, both) => {
    expect(stricterOf(one, other)).toEqual(both);
  });

  it('never opens what one has closed, as long as some time suits both', () => {
    const quiet = fc.record({ from: fc.integer({ min: 0, max: 1439 }), until: fc.integer({ min: 0, max: 1439 }) });
    const minutes = Array.from({ length: 1440 }, (_, minute) => minute);
    fc.assert(
      fc.property(quiet, quiet, (one, other) => {
        const open = minutes.filter((minute) => !isQuiet(one, minute) && !isQuiet(other, minute));
        fc.pre(open.length > 0);
        const { quietHours } = stricterOf({ frequency: null, quietHours: one }, { frequency: null, quietHours: other });
        const both = quietHours ?? one;
        const left = minutes.filter((minute) => !isQuiet(both, minute));
        expect(left.length).toBeGreaterThan(0);
        expect(left.every((minute) => open.includes(minute))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
