import { allowedWindows } from './allowed-windows.js';
import { drawsOf } from './draws.js';
import type { EngagementPolicy } from './engagement-policy.js';
import { hourWeights } from './hour-weights.js';
import { localTime } from './local-time.js';
import type { PersonState } from './person-state.js';
import { reason, type Reason } from './reason.js';

const MINUTE_MS = 60_000;
const SLOT_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What is sent this close to the quiet hours might come in them. */
const ROOM_MS = 5 * MINUTE_MS;
/** Hours of the local day. */
const BANDS = { morning: [9, 12], evening: [17, 21] } as const;

export type TimePreference = 'learned' | keyof typeof BANDS;

export interface MomentWish {
  readonly person: PersonState;
  readonly policy: EngagementPolicy;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Spreads people over the hour; the same seed gives the same minute. */
  readonly seed: string;
  readonly preference?: TimePreference;
}

export interface ChosenMoment {
  readonly at: Date;
  /** The end of the allowed time in which it lies. */
  readonly windowEnds: Date;
  readonly reasons: readonly Reason[];
}

interface Slot {
  readonly at: number;
  readonly ends: number;
  readonly windowEnds: Date;
  readonly day: number;
  readonly hour: number;
}

/**
 * The time within the next day of the wish at which they are likeliest to answer, outside the quiet hours of every zone; null when there is none. Of
 * equally good ones one of the first day, drawn by the seed, so that it stays the same while time goes on.
 */
export function chooseMoment(wish: MomentWish, now: Date): ChosenMoment | null {
  const slots = preferred(slotsOf(wish, now), wish.preference ?? 'learned');
  const weights = hourWeights(wish.person.hours);
  const best = Math.max(...slots.map(({ hour }) => weights[hour] ?? 0));
  const good = slots.filter(({ hour }) => (weights[hour] ?? 0) >= best * 0.999);
  const draw = drawsOf(wish.seed);
  const [chosen] = good
    .filter(({ day }) => day === good[0]?.day)
    .map((slot) => ({ slot, draw: draw(slot.at) }))
    .sort((a, b) => a.draw - b.draw);
  if (!chosen) return null;
  const { at, ends, windowEnds, hour } = chosen.slot;
  return {
    at: new Date(at + Math.floor(draw(at + 1) * (ends - at))),
    windowEnds,
    reasons: [reason('hour', { hour, likelihood: Math.round(best * 1000) / 1000, zones: wish.person.zones.length })],
  };
}

function slotsOf({ person, notBefore, notAfter }: MomentWish, now: Date): Slot[] {
  const from = Math.max(notBefore.getTime(), now.getTime());
  const until = Math.min(notAfter.getTime(), from + DAY_MS);
  const zone = person.zones[0];
  if (zone === undefined || until <= from) return [];
  const slots: Slot[] = [];
  // The windows are looked at beyond the limit, so that their ends are true ends.
  for (const window of allowedWindows(person.zones, person.quiet, new Date(from), new Date(until + DAY_MS))) {
    const last = Math.min(until, window.until.getTime() - ROOM_MS);
    for (let at = window.from.getTime(); at < last; at = (Math.floor(at / SLOT_MS) + 1) * SLOT_MS) {
      const ends = Math.min((Math.floor(at / SLOT_MS) + 1) * SLOT_MS, last);
      const { day, minute } = localTime(zone, new Date(at));
      slots.push({ at, ends, windowEnds: window.until, day, hour: Math.floor(minute / 60) });
    }
  }
  return slots;
}

function preferred(slots: Slot[], preference: TimePreference): Slot[] {
  if (preference === 'learned') return slots;
  const [from, until] = BANDS[preference];
  const liked = slots.filter(({ hour }) => hour >= from && hour < until);
  return liked.length > 0 ? liked : slots;
}
