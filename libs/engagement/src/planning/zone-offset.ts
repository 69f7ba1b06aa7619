import { IANAZone } from 'luxon';

/** A stretch of time, in ms, in which a zone keeps one offset. */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  /** To be added to UTC, in ms. */
  readonly offset: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The changes of a zone are weeks apart: the nearest are those around Ramadan. */
const STEP_MS = 7 * DAY_MS;
/** How far a span is followed. */
const REACH_STEPS = 60;
const MOST_SPANS = 16;

const spans = new Map<string, OffsetSpan[]>();

/**
 * The offset of `zone` at the instant `at`, and how long it holds; null for a zone that there is none of. Instants are turned into local times,
 * never local times into instants: so there is no hour that is skipped and none that is meant twice.
 */
export function offsetAt(zone: string, at: number): OffsetSpan | null {
  const known = spans.get(zone) ?? [];
  const found = known.find(({ from, until }) => at >= from && at < until);
  if (found) return found;
  const span = spanAround(IANAZone.create(zone), at);
  if (!span) return null;
  spans.set(zone, [span, ...known].slice(0, MOST_SPANS));
  return span;
}

function spanAround(zone: IANAZone, at: number): OffsetSpan | null {
  if (!zone.isValid) return null;
  const minutes = zone.offset(at);
  const until = edge(zone, at, STEP_MS, minutes);
  return { from: edge(zone, at, -STEP_MS, minutes), until, offset: minutes * MINUTE_MS };
}

/** The first instant with another offset on the way on, or the last one with the same on the way back. */
function edge(zone: IANAZone, at: number, step: number, minutes: number): number {
  let inside = at;
  for (let steps = 0; steps < REACH_STEPS; steps += 1) {
    let outside = inside + step;
    if (zone.offset(outside) === minutes) {
      inside = outside;
      continue;
    }
    while (Math.abs(outside - inside) > 1) {
      const middle = Math.floor((inside + outside) / 2);
      if (zone.offset(middle) === minutes) inside = middle;
      else outside = middle;
    }
    return step > 0 ? outside : inside;
  }
  return inside;
}
