import fc from 'fast-check';

import { localDays } from './local-days.js';

const NOW = new Date('2026-11-21T15:00:00Z');
const HOUR_MS = 3_600_000;
const ZONES = ['Europe/Madrid', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Cairo', 'UTC'];

describe('localDays', () => {
  it('gives thirty days until today', () => {
    const { dates, bounds } = localDays({ zone: 'Europe/Madrid' }, NOW);
    expect([dates.length, dates[0], dates.at(-1)]).toEqual([30, '2026-10-23', '2026-11-21']);
    expect([bounds[0], bounds.at(-1)]).toEqual([new Date('2026-10-22T22:00:00Z'), new Date('2026-11-21T23:00:00Z')]);
  });

  it.each([
    ['a day of 23 hours', '2026-03-29', 23],
    ['a day of 24 hours', '2026-03-30', 24],
    ['a day of 25 hours', '2026-10-25', 25],
  ])('knows %s', (_, day, hours) => {
    const { bounds } = localDays({ from: day, to: day, zone: 'Europe/Madrid' }, NOW);
    expect((+bounds[1]! - +bounds[0]!) / HOUR_MS).toBe(hours);
  });

  it('gives each day once and in order, whatever the clocks of the zone do', () => {
    const start = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 365 }), fc.constantFrom(...ZONES), (from, count, zone) => {
        const to = new Date(+from + count * 24 * HOUR_MS).toISOString().slice(0, 10);
        const { dates, bounds } = localDays({ from: from.toISOString().slice(0, 10), to, zone }, NOW);
        expect(new Set(dates).size).toBe(dates.length);
        expect(bounds).toHaveLength(dates.length + 1);
        expect(bounds.every((bound, at) => at === 0 || bound > bounds[at - 1]!)).toBe(true);
      }),
    );
  });

  it.each([
    ['from after to', { from: '2026-02-02', to: '2026-02-01' }, /earlier day as from/],
    ['no such day', { from: '2026-02-30' }, /from is no day of the calendar/],
    ['no such month', { to: '2026-13-01' }, /to is no day of the calendar/],
    ['the year 9999', { from: '9999-01-01', to: '9999-12-31' }, /at most a year ahead/],
    ['the year 0', { from: '0000-01-01', to: '0000-01-02' }, /from 2000-01-01/],
    ['more than a leap year', { from: '2025-01-01', to: '2026-01-02' }, /at most 366 days/],
    ['all of time', { from: '2000-01-01', to: '2026-01-01' }, /at most 366 days/],
  ])('refuses %s, and says what to give', (_, range, message) => {
    expect(() => localDays({ ...range, zone: 'UTC' }, NOW)).toThrow(message);
  });

  it('takes a leap day and 366 days', () => {
    expect(localDays({ from: '2024-02-29', to: '2024-02-29', zone: 'UTC' }, NOW).dates).toEqual(['2024-02-29']);
    expect(localDays({ from: '2024-01-01', to: '2024-12-31', zone: 'UTC' }, NOW).dates).toHaveLength(366);
  });
});
