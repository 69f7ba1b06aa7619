import { ClockReading } from '../../testing/clock-reading.js';
import { newPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import { allowedWindows } from './allowed-windows.js';
import { chooseMoment } from './choose-moment.js';
import { isQuiet, type QuietHours } from './quiet-hours.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Over midnight, as by default; an hour that some clocks skip and repeat; a day's middle. */
const QUIETS: readonly QuietHours[] = [
  { from: 21 * 60, until: 9 * 60 },
  { from: 90, until: 150 },
  { from: 600, until: 1080 },
];

describe('clock changes, in all zones, 2024-2030', () => {
  const changes = Intl.supportedValuesOf('timeZone').flatMap((zone) =>
    changesOf(zone).map((at) => ({ zone, at, clock: new ClockReading(zone) })),
  );

  it('there are many', () => {
    expect(changes.length).toBeGreaterThan(1500);
  });

  it('what is allowed is exactly what no clock calls quiet', () => {
    const wrong: string[] = [];
    for (const { zone, at, clock } of changes) {
      const readings = instantsAround(at).map((now) => ({ now, ...clock.at(now) }));
      for (const quiet of QUIETS) {
        const windows = allowedWindows([zone], quiet, new Date(at - DAY_MS), new Date(at + DAY_MS));
        for (const { now, minute } of readings) {
          const allowed = windows.some(({ from, until }) => from <= now && now < until);
          if (allowed === isQuiet(quiet, minute)) wrong.push(`${zone} ${now.toISOString()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('no day is skipped, and the moment of none is quiet', () => {
    const wrong: string[] = [];
    for (const { zone, at, clock } of changes) {
      const person = newPerson({ zones: [zone] });
      for (let day = at - DAY_MS; day <= at + DAY_MS; day += DAY_MS) {
        const from = new Date(clock.startOfDay(new Date(day)));
        const wish = { notBefore: from, notAfter: new Date(from.getTime() + DAY_MS), seed: zone };
        const chosen = chooseMoment({ person, policy: newPolicy(), ...wish }, from);
        const shown = chosen && clock.at(chosen.at);
        if (shown?.date !== clock.at(new Date(day)).date) wrong.push(`${zone} skips ${new Date(day).toISOString()}`);
        else if (isQuiet(person.quiet, shown.minute)) wrong.push(`${zone} ${chosen?.at.toISOString()}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Each quarter of an hour around a change, each second hour of the days around it. */
function instantsAround(change: number): Date[] {
  const near = Array.from({ length: 24 }, (_, quarter) => change + (quarter - 12) * 15 * MINUTE_MS);
  const far = Array.from({ length: 23 }, (_, step) => change + (step - 11) * 2 * HOUR_MS);
  return [...near, ...far].map((at) => new Date(at));
}

/** The instants, to the minute, at which clocks of a zone are changed. */
function changesOf(zone: string): number[] {
  const found: number[] = [];
  const offset = offsetReader(zone);
  const end = Date.UTC(2031, 0, 1);
  for (let from = Date.UTC(2024, 0, 1); from < end; from += 14 * DAY_MS) {
    let [low, high] = [from, from + 14 * DAY_MS];
    const after = offset(high);
    if (offset(low) === after) continue;
    while (high - low > MINUTE_MS) {
      const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offset(middle) === after) high = middle;
      else low = middle;
    }
    found.push(high);
  }
  return found;
}

function offsetReader(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  return (at) => format.format(at);
}
