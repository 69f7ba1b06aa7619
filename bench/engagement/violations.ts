import { localTime } from './local-time.js';

const HOUR_MS = 3_600_000;

/** What arrived at somebody's phone. */
export interface Arrival {
  readonly id: string;
  /** What it was sent for: one arrives once at the most. */
  readonly engagementId: string;
  readonly at: Date;
}

/** Minutes of the local day in which somebody is not written to, from the moment on at which they were told. */
export interface QuietSince {
  readonly since: Date;
  readonly from: number;
  readonly until: number;
}

/** Of one person: what arrived, and what they had said. */
export interface PersonLedger {
  readonly zone: string;
  readonly arrivals: readonly Arrival[];
  /** In order; the first one holds from the beginning. */
  readonly quiet: readonly QuietSince[];
  /** When their STOP was stored. */
  readonly stoppedAt: Date | undefined;
}

export interface Caps {
  readonly minIntervalHours: number;
  readonly maxPerDay: number;
}

export interface Violations {
  readonly outside_quiet_hours_violations: number;
  readonly cap_violations: number;
  readonly sent_after_stop: number;
  readonly duplicate_sends: number;
  readonly max_per_contact_per_day: number;
}

/** Counts what must never be, from what arrived alone: of the planner nothing is asked, and no line of it is used. */
export function violationsOf(people: readonly PersonLedger[], caps: Caps): Violations {
  const sum = (count: (person: PersonLedger) => number): number =>
    people.reduce((total, person) => total + count(person), 0);
  return {
    outside_quiet_hours_violations: sum(duringQuietHours),
    cap_violations: sum((person) => beyondCaps(person, caps)),
    sent_after_stop: sum(({ arrivals, stoppedAt }) => arrivals.filter(({ at }) => stoppedAt && at > stoppedAt).length),
    duplicate_sends: sum(({ arrivals }) =>
      repeats(
        arrivals.map(({ id }) => id),
        arrivals,
      ),
    ),
    max_per_contact_per_day: people.reduce((most, person) => Math.max(most, ...perLocalDay(person).values()), 0),
  };
}

function duringQuietHours({ arrivals, quiet, zone }: PersonLedger): number {
  return arrivals.filter(({ at }) => {
    const held = quiet.findLast(({ since }, index) => index === 0 || since <= at);
    if (!held) return false;
    const { minute } = localTime(at, zone);
    const { from, until } = held;
    return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
  }).length;
}

function beyondCaps(person: PersonLedger, { minIntervalHours, maxPerDay }: Caps): number {
  const times = person.arrivals.map(({ at }) => at.getTime()).sort((a, b) => a - b);
  const tooSoon = times.filter((at, index) => index > 0 && at - (times[index - 1] ?? 0) < minIntervalHours * HOUR_MS);
  const tooMany = times.filter((at, index) => at - (times[index - maxPerDay] ?? -Infinity) < 24 * HOUR_MS);
  const days = [...perLocalDay(person).values()].filter((count) => count > maxPerDay);
  return tooSoon.length + tooMany.length + days.length;
}

function perLocalDay({ arrivals, zone }: PersonLedger): Map<string, number> {
  const days = new Map<string, number>();
  for (const { at } of arrivals) {
    const { day } = localTime(at, zone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return days;
}

function repeats(ids: readonly string[], arrivals: readonly Arrival[]): number {
  const engagements = arrivals.map(({ engagementId }) => engagementId);
  return Math.max(ids.length - new Set(ids).size, engagements.length - new Set(engagements).size);
}
