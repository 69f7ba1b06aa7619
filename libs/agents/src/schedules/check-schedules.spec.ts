import { checkSchedules } from './check-schedules.js';
import type { ScheduleOptions } from './schedule-options.js';

const daily: ScheduleOptions = { id: 'daily', name: 'Daily', cron: '0 3 * * *', zone: 'Europe/Madrid' };

describe('checkSchedules', () => {
  it('accepts good ones', () => {
    expect(() => checkSchedules([daily, { id: 'steady', name: 'Steady', everyMs: 1_000 }])).not.toThrow();
  });

  it.each<[string, ScheduleOptions[]]>([
    ['two with one id', [daily, daily]],
    ['no cron expression', [{ ...daily, cron: '0 25 * * *' }]],
    ['a date that never comes', [{ ...daily, cron: '0 0 30 2 *' }]],
    ['no zone', [{ ...daily, zone: 'Mars/Olympus' }]],
    ['too fast', [{ id: 'x', name: 'X', everyMs: 10 }]],
    ['a negative window', [{ ...daily, catchUpMs: -1 }]],
  ])('refuses %s', (_, schedules) => {
    expect(() => checkSchedules(schedules)).toThrow(expect.objectContaining({ code: 'agents.bad-schedule' }) as Error);
  });
});
