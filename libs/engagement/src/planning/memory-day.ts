import type { Birthday } from './birthday.js';
import { localTime } from './local-time.js';
import type { Moment } from './moment.js';
import type { MemoryRef } from './person-state.js';
import { timesOfDay, type DayPart, type TimeWindow } from './times-of-day.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What was on this day is asked about in the evening; a birthday is for the morning. In minutes of the local day. */
const EVENING: DayPart = { from: 18 * 60, until: 20 * 60 + 30 };
const MORNING: DayPart = { from: 9 * 60, until: 12 * 60 };
/** What began at a time of the clock is over by then, and not long ago. */
const AFTER_MS = 2 * HOUR_MS;
const LONG_AFTER_MS = 5 * HOUR_MS;
/** How far ahead moments are looked for. */
const AHEAD_MS = 3 * DAY_MS;

/** The day that a memory is about, and when it suits to speak of it, once for each zone in which they may be. */
export interface MemoryDay {
  readonly kind: Moment['kind'];
  /** `2026-05-08`. */
  readonly day: string;
  readonly windows: readonly TimeWindow[];
}

/**
 * The day around now that a memory is about: of a plan or an event its last day, as it was meant in the zone `meantIn`; of a birthday each year's. Null
 * when it is about none.
 */
export function memoryDay(memory: MemoryRef, zones: readonly string[], meantIn: string, now: Date): MemoryDay | null {
  if (memory.birthday) return birthdayAround(memory.birthday, zones, now);
  const at = memory.validUntil ?? memory.validFrom;
  if (!at || !['plan', 'event'].includes(memory.category) || !isAround(at.getTime(), now)) return null;
  const begins = clockTime(memory, meantIn);
  if (begins) return { kind: 'event', day: isoDay(localTime(meantIn, begins).day), windows: [hoursAfter(begins)] };
  const { day } = localTime(meantIn, at);
  return { kind: 'event', day: isoDay(day), windows: onDay(day, EVENING, zones) };
}

function birthdayAround(birthday: Birthday, zones: readonly string[], now: Date): MemoryDay | null {
  const year = now.getUTCFullYear();
  for (const day of [year - 1, year, year + 1].map((one) => birthdayIn(one, birthday)))
    if (isAround(day * DAY_MS, now)) return { kind: 'birthday', day: isoDay(day), windows: onDay(day, MORNING, zones) };
  return null;
}

/** In days since 1970. Who was born on 29 February has the 28th in other years. */
function birthdayIn(year: number, { month, day }: Birthday): number {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Date.UTC(year, month - 1, Math.min(day, last)) / DAY_MS;
}

function isAround(at: number, now: Date): boolean {
  return at > now.getTime() - 2 * DAY_MS && at < now.getTime() + AHEAD_MS;
}

/** When it begins, if that is a time of the clock, not only a day, and it does not last for days. */
function clockTime({ validFrom, validUntil }: MemoryRef, meantIn: string): Date | null {
  if (!validFrom || localTime(meantIn, validFrom).minute === 0) return null;
  return validUntil && validUntil.getTime() - validFrom.getTime() > DAY_MS ? null : validFrom;
}

function hoursAfter(at: Date): TimeWindow {
  return { from: new Date(at.getTime() + AFTER_MS), until: new Date(at.getTime() + LONG_AFTER_MS) };
}

/** A part of one calendar day, where its clocks show it. */
function onDay(day: number, part: DayPart, zones: readonly string[]): TimeWindow[] {
  const [from, until] = [new Date((day - 1) * DAY_MS), new Date((day + 2) * DAY_MS)];
  return zones.flatMap((zone) =>
    timesOfDay(zone, part, from, until).filter((window) => localTime(zone, window.from).day === day),
  );
}

function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
