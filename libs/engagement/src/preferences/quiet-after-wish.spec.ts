import fc from 'fast-check';

import { isQuiet, type QuietHours } from '../planning/quiet-hours.js';
import { quietAfterWish, quietDuring } from './quiet-after-wish.js';

const at = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
};
const hours = (range: string): QuietHours => {
  const [from = '', until = ''] = range.split('-');
  return { from: at(from), until: at(until) };
};

describe('quietAfterWish', () => {
  it.each<[string, 'not-before' | 'not-after', string, string]>([
    ['21:00-09:00', 'not-before', '10:00', '21:00-10:00'],
    ['21:00-09:00', 'not-before', '07:00', '21:00-07:00'],
    ['21:00-09:00', 'not-after', '19:30', '19:30-09:00'],
    ['21:00-09:00', 'not-after', '00:00', '00:00-09:00'],
    // No night would be left: the day starts or ends with what was said.
    ['21:00-09:00', 'not-before', '22:00', '00:00-22:00'],
    ['21:00-09:00', 'not-before', '21:00', '23:00-21:00'],
    ['21:00-09:00', 'not-after', '08:00', '08:00-06:00'],
    ['21:00-09:00', 'not-after', '09:00', '09:00-07:00'],
  ])('%s, %s %s: %s', (before, kind, said, after) => {
    expect(quietAfterWish(hours(before), kind, at(said))).toEqual(hours(after));
  });

  it('leaves some time of the day and takes the time that was said', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, minute, fc.constantFrom('not-before', 'not-after'), (from, until, said, kind) => {
        const after = quietAfterWish({ from, until }, kind, said);
        const quiet = Array.from({ length: 1440 }, (_, each) => isQuiet(after, each)).filter(Boolean).length;
        expect(quiet).toBeGreaterThanOrEqual(6 * 60);
        expect(quiet).toBeLessThan(1440);
        const before = (said + 1439) % 1440;
        expect([isQuiet(after, before), isQuiet(after, said)]).toEqual(
          kind === 'not-before' ? [true, false] : [false, true],
        );
      }),
    );
  });
});

describe('quietDuring', () => {
  it.each<[string, string, string | null]>([
    ['21:00-09:00', '05:00-12:00', '21:00-12:00'],
    ['21:00-09:00', '18:00-00:00', '18:00-09:00'],
    ['21:00-09:00', '21:00-07:00', '21:00-09:00'],
    ['00:00-00:00', '05:00-12:00', '05:00-12:00'],
    ['22:00-13:00', '05:00-12:00', '22:00-13:00'],
    // Two stretches, and no day at all.
    ['21:00-09:00', '12:00-18:00', null],
    ['12:00-05:00', '05:00-12:00', null],
    ['11:00-05:00', '05:00-10:00', null],
  ])('%s and %s: %s', (quiet, more, after) => {
    expect(quietDuring(hours(quiet), hours(more))).toEqual(after && hours(after));
  });
});
