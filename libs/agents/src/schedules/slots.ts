import { CronExpressionParser } from 'cron-parser';
import { IANAZone } from 'luxon';

import { localInstant } from './local-instant.js';
import type { Rhythm } from './schedule-options.js';

/** No clock change moves a local time by more. */
const SHIFT_MS = 3 * 3_600_000;

/** The first slot after `after`. */
export function nextSlot(rhythm: Rhythm, after: Date): Date {
  if (rhythm.everyMs !== undefined) return new Date((Math.floor(+after / rhythm.everyMs) + 1) * rhythm.everyMs);
  const zone = zoneOf(rhythm);
  const walls = cronWalls(rhythm.cron, wallOf(+after, zone) - SHIFT_MS);
  for (;;) {
    const slot = localInstant(walls.next().getTime(), zone);
    if (slot > +after) return new Date(slot);
  }
}

/** The slots after `after` until `until` inclusive, oldest first; of more than `most` the latest. */
export function slotsBetween(rhythm: Rhythm, after: Date, until: Date, most: number): Date[] {
  const slots: Date[] = [];
  for (const slot of backwards(rhythm, +until)) {
    if (slot <= +after || slots.length === most) break;
    if (slot !== slots[0]?.getTime()) slots.unshift(new Date(slot));
  }
  return slots;
}

/** Slots from `until` back, in ms; the same one may come twice. */
function* backwards(rhythm: Rhythm, until: number): Generator<number> {
  if (rhythm.everyMs !== undefined) {
    for (let slot = Math.floor(until / rhythm.everyMs) * rhythm.everyMs; ; slot -= rhythm.everyMs) yield slot;
  }
  const zone = zoneOf(rhythm);
  const walls = cronWalls(rhythm.cron, wallOf(until, zone) + SHIFT_MS);
  for (;;) {
    const slot = localInstant(walls.prev().getTime(), zone);
    if (slot <= until) yield slot;
  }
}

/** Wall times are handled as UTC, where no clock ever changes. */
function cronWalls(cron: string, from: number) {
  return CronExpressionParser.parse(cron, { currentDate: new Date(from), tz: 'UTC' });
}

function wallOf(instant: number, zone: IANAZone): number {
  return instant + zone.offset(instant) * 60_000;
}

function zoneOf({ zone = 'UTC' }: Rhythm): IANAZone {
  return IANAZone.create(zone);
}
