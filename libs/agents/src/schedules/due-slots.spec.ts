import { dueSlots } from './due-slots.js';
import type { ScheduleOptions } from './schedule-options.js';

interface DueTimes {
  readonly run?: string[];
  readonly skipped?: string[];
}

const HOUR = 3_600_000;
const hourly = { id: 'x', name: 'X', everyMs: HOUR };
const patient = { ...hourly, catchUpMs: HOUR + 600_000 };
const at = (text: string) => new Date(`2026-01-05T${text}Z`);

describe('dueSlots', () => {
  it.each<[string, ScheduleOptions, [last: string, now: string], DueTimes]>([
    ['nothing is due', hourly, ['10:00', '10:59'], {}],
    ['the slot that is due', hourly, ['10:00', '11:00'], { run: ['11:00'] }],
    ['only the latest missed one', hourly, ['10:00', '13:10'], { run: ['13:00'], skipped: ['11:00', '12:00'] }],
    ['the missed ones in the window', patient, ['10:00', '13:10'], { run: ['12:00', '13:00'], skipped: ['11:00'] }],
    ['the latest one however old', { ...hourly, catchUpMs: 60_000 }, ['10:00', '11:59'], { run: ['11:00'] }],
    ['a clock that was set back', hourly, ['10:00', '08:00'], {}],
  ])('%s', (_, schedule, [last, now], { run = [], skipped = [] }) => {
    expect(dueSlots(schedule, at(last), at(now))).toEqual({ run: run.map(at), skipped: skipped.map(at) });
  });
});
