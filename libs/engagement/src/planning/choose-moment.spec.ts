import fc from 'fast-check';

import { ClockReading } from '../../testing/clock-reading.js';
import { newPerson, NOW, type GivenPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import { allowedWindows } from './allowed-windows.js';
import { chooseMoment, type ChosenMoment, type TimePreference } from './choose-moment.js';
import { isQuiet } from './quiet-hours.js';

const HOUR_MS = 3_600_000;

interface Given extends GivenPerson {
  readonly from?: Date;
  readonly hoursLong?: number;
  readonly preference?: TimePreference;
  readonly seed?: string;
}

function choose({ from = NOW, hoursLong = 24, preference, seed = 'seed', ...person }: Given): ChosenMoment | null {
  const notAfter = new Date(from.getTime() + hoursLong * HOUR_MS);
  const wish = { notBefore: from, notAfter, seed, ...(preference && { preference }) };
  return chooseMoment({ person: newPerson(person), policy: newPolicy(), ...wish }, from);
}

function hoursOf(...hours: number[]): number[] {
  const counts = new Array<number>(24).fill(0);
  for (const hour of hours) counts[hour] = 20;
  return counts;
}

const hour = (chosen: ChosenMoment | null, zone = 'Europe/London'): number =>
  Math.floor(new ClockReading(zone).at(chosen?.at ?? new Date(NaN)).minute / 60);

describe('chooseMoment', () => {
  it('takes the middle of the day for whoever has not written yet', () => {
    const hours = Array.from({ length: 50 }, (_, seed) => hour(choose({ seed: String(seed) })));
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(11);
    expect(Math.max(...hours)).toBeLessThan(19);
    expect(new Set(hours).size).toBeGreaterThan(3);
  });

  it('takes the hour at which they write, today or tomorrow', () => {
    expect(hour(choose({ hours: hoursOf(19) }))).toBe(19);
    expect(choose({ hours: hoursOf(10) })?.at.toISOString()).toMatch(/^2026-05-07T09:/);
  });

  it('takes the best of the allowed hours for whoever writes at night', () => {
    expect(hour(choose({ hours: hoursOf(21, 22, 23) }))).toBe(20);
  });

  it.each([
    ['morning', 9, 12],
    ['evening', 17, 21],
  ] as const)('%s', (preference, from, until) => {
    const found = hour(choose({ preference, hours: hoursOf(14) }));
    expect(found).toBeGreaterThanOrEqual(from);
    expect(found).toBeLessThan(until);
  });

  it('stays the same while time goes on, and comes', () => {
    const wish = { person: newPerson(), policy: newPolicy(), seed: 'contact' };
    const at = (from: Date): number | undefined =>
      chooseMoment({ ...wish, notBefore: from, notAfter: new Date(from.getTime() + 24 * HOUR_MS) }, from)?.at.getTime();
    const first = at(NOW) ?? 0;
    expect(first).toBeGreaterThan(NOW.getTime());
    for (let now = NOW.getTime(); now < first - 15 * 60_000; now += HOUR_MS / 4) expect(at(new Date(now))).toBe(first);
  });

  it('is null when it suits nowhere', () => {
    expect(choose({ zones: [] })).toBeNull();
    expect(choose({ zones: ['Nowhere/At_All'] })).toBeNull();
    expect(choose({ hoursLong: 0 })).toBeNull();
    expect(choose({ from: new Date('2026-05-06T21:00:00Z'), hoursLong: 10 })).toBeNull();
    expect(choose({ zones: ['Europe/London', 'Pacific/Auckland'], quiet: { from: 1080, until: 540 } })).toBeNull();
  });

  it('keeps within the limits and away from the end of the window', () => {
    const from = new Date('2026-05-06T19:47:00Z');
    const found = choose({ from, hoursLong: 1 });
    expect(found?.windowEnds).toEqual(new Date('2026-05-06T20:00:00Z'));
    expect(found?.at.getTime()).toBeGreaterThanOrEqual(from.getTime());
    expect(found?.at.getTime()).toBeLessThan(Date.parse('2026-05-06T19:55:00Z'));
  });

  it('is never quiet, in none of the zones', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
    fc.assert(
      fc.property(
        fc.uniqueArray(zone, { minLength: 1, maxLength: 4 }),
        fc.record({ from: minute, until: minute }),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        fc.array(fc.nat(50), { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 1, max: 30 }),
        (zones, quiet, from, hours, hoursLong) => {
          const found = choose({ zones, quiet, hours, from, hoursLong });
          if (!found) return;
          expect(found.at >= from && found.at < found.windowEnds).toBe(true);
          if (quiet.from === quiet.until) return;
          for (const one of zones) expect(isQuiet(quiet, new ClockReading(one).at(found.at).minute)).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds a moment whenever there is one within a day', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(fc.uniqueArray(zone, { minLength: 1, maxLength: 3 }), (zones) => {
        const quiet = { from: 21 * 60, until: 9 * 60 };
        const windows = allowedWindows(zones, quiet, NOW, new Date(NOW.getTime() + 24 * HOUR_MS));
        const wide = windows.some(({ from, until }) => until.getTime() - from.getTime() > 10 * 60_000);
        if (wide) expect(choose({ zones, quiet })).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});
