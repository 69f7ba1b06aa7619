import type { EngagementPolicy } from './engagement-policy.js';
import type { Frequency } from './frequency.js';
import { localTime } from './local-time.js';
import { nextDay } from './next-day.js';
import type { PersonState } from './person-state.js';
import { spacingOf } from './spacing-of.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type CapVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'min-interval' | 'per-day' | 'pending'; readonly until: Date };

type Sent = Pick<PersonState, 'handedAt' | 'pending' | 'lastEngagedAt'>;

/** Do the caps leave room for one more now? `until`: not before. A day is both any 24 hours and the calendar day wherever they may be. */
export function capVerdict(
  sent: Sent,
  policy: EngagementPolicy,
  frequency: Frequency,
  zones: readonly string[],
  now: Date,
): CapVerdict {
  if (sent.pending >= policy.maxPerUser) return full('pending', now.getTime() + policy.scheduleAdvanceHours * HOUR_MS);
  const last = Math.max(...sent.handedAt.map(Number), sent.lastEngagedAt?.getTime() ?? -Infinity);
  const next = last + spacingOf(frequency, policy);
  if (next > now.getTime()) return full('min-interval', next);
  const free = freeOfDays(sent.handedAt, policy.maxPerDay, zones, now);
  return free > now.getTime() ? full('per-day', free) : { ok: true };
}

function full(reason: 'min-interval' | 'per-day' | 'pending', until: number): CapVerdict {
  return { ok: false, reason, until: new Date(until) };
}

/** When neither the last 24 hours nor a calendar day holds as many as a day may. */
function freeOfDays(handedAt: readonly Date[], maxPerDay: number, zones: readonly string[], now: Date): number {
  if (maxPerDay <= 0) return now.getTime() + DAY_MS;
  const latest = [...handedAt].sort((a, b) => b.getTime() - a.getTime());
  const nth = latest[maxPerDay - 1];
  if (!nth) return -Infinity;
  const midnights = zones.filter((zone) => isSameDay(zone, nth, now)).map((zone) => nextDay(zone, now).getTime());
  return Math.max(nth.getTime() + DAY_MS, ...midnights);
}

function isSameDay(zone: string, one: Date, other: Date): boolean {
  return localTime(zone, one).day === localTime(zone, other).day;
}
