import { allowedWindows } from './allowed-windows.js';
import type { EngagementPolicy } from './engagement-policy.js';
import { memoryDay } from './memory-day.js';
import type { Moment } from './moment.js';
import type { MemoryRef, PersonState } from './person-state.js';
import { reason } from './reason.js';
import type { TimeWindow } from './times-of-day.js';
import { isImportant } from './usable-memories.js';

const HOUR_MS = 3_600_000;
/** How much later than meant a moment may come, for quiet hours. */
const LATEST_MS = 18 * HOUR_MS;
/** How long the time after the quiet hours suits. */
const AFTER_QUIET_MS = 2.5 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/** The moments that memories make within the next days, the nearest first, outside the quiet hours wherever the person may be. */
export function momentsOf(
  memories: readonly MemoryRef[],
  person: PersonState,
  policy: EngagementPolicy,
  now: Date,
): readonly Moment[] {
  return memories
    .filter((memory) => isImportant(memory, policy))
    .flatMap((memory) => momentOf(memory, person, policy, now) ?? [])
    .filter(({ key }) => !person.usedMoments?.includes(key))
    .sort((a, b) => a.earliest.getTime() - b.earliest.getTime() || (a.key < b.key ? -1 : 1));
}

function momentOf(memory: MemoryRef, person: PersonState, policy: EngagementPolicy, now: Date): Moment | null {
  const meant = memoryDay(memory, person.zones, policy.timeZone, now);
  if (!meant) return null;
  const suits =
    meant.windows.map((window) => awake(window, person)).find((window) => window !== null) ??
    afterQuiet(meant.windows[0], person);
  if (!suits || suits.until <= now) return null;
  const { kind, day } = meant;
  return {
    ...{ key: `${memory.id}:${day}`, memoryId: memory.id, kind },
    ...{ earliest: suits.from, latest: suits.until, reasons: [reason('moment', { kind })] },
  };
}

/** The part of a window in which it is nowhere quiet. */
function awake({ from, until }: TimeWindow, { zones, quiet }: PersonState): TimeWindow | null {
  return allowedWindows(zones, quiet, from, until)[0] ?? null;
}

function afterQuiet(window: TimeWindow | undefined, { zones, quiet }: PersonState): TimeWindow | null {
  if (!window) return null;
  const end = new Date(window.from.getTime() + LATEST_MS);
  const next = allowedWindows(zones, quiet, window.from, new Date(end.getTime() + DAY_MS)).find(
    ({ from }) => from <= end,
  );
  if (!next) return null;
  return { from: next.from, until: new Date(Math.min(next.until.getTime(), next.from.getTime() + AFTER_QUIET_MS)) };
}
