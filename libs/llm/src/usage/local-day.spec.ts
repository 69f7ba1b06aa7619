import { Clock } from '#kernel';

import { LocalDay } from './local-day.js';

class SetClock extends Clock {
  constructor(public time: Date) {
    super();
  }

  now(): Date {
    return this.time;
  }
}

describe('LocalDay', () => {
  it.each([
    ['one in UTC', 'UTC', '2026-01-05T23:59:59Z', '2026-01-05', 1],
    ['one that has begun elsewhere', 'Europe/Madrid', '2026-01-05T23:30:00Z', '2026-01-06', 84_600],
    ['a short one', 'Europe/Madrid', '2026-03-29T00:00:00+01:00', '2026-03-29', 23 * 3_600],
    ['a long one', 'Europe/Madrid', '2026-10-25T00:00:00+02:00', '2026-10-25', 25 * 3_600],
    ['one before a midnight that is left out', 'America/Santiago', '2026-09-05T23:59:30-04:00', '2026-09-05', 30],
  ])('knows the day, and how long it lasts: %s', (_, zone, now, date, seconds) => {
    const day = new LocalDay(new SetClock(new Date(now)), zone);
    expect([day.today().date, day.secondsLeft()]).toEqual([date, seconds]);
  });

  it('turns with the clock, also when it is put back', () => {
    const clock = new SetClock(new Date(0));
    const day = new LocalDay(clock, 'UTC');
    const times = ['2026-01-05T12:00:00Z', '2026-01-05T23:59:59.999Z', '2026-01-06T00:00:00Z', '2026-01-05T12:00:00Z'];
    const dates = times.map((time) => {
      clock.time = new Date(time);
      return day.today().date;
    });
    expect(dates).toEqual(['2026-01-05', '2026-01-05', '2026-01-06', '2026-01-05']);
  });
});
