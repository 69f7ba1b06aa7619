import type { SyncKind } from './chat-sync.entity.js';

/** So many of the latest messages are always compared: they are the ones that are still edited and deleted. */
export const OVERLAP_MESSAGES = 50;
/** Clocks differ, and messages overtake one another: a run goes so far beyond what is covered, in ms. */
const OVERLAP_MS = 10 * 60_000;

/** A time from which on, and up to which, the store had what the phone had. */
export interface Coverage {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** How far a run has come. */
export interface SyncReach {
  readonly kind: SyncKind;
  /** Messages seen so far. */
  readonly scanned: number;
  /** When the oldest of them was sent; null before the first. */
  readonly reached: Date | null;
  /** The phone has nothing earlier. */
  readonly atEnd: boolean;
  /** What was sent until then was not looked at: the store has it in an archive, or wants none of it. */
  readonly closedTo?: Date | null;
}

/** Whether a run has seen enough: everything, or the latest messages back to what is covered. Without coverage some are enough. */
export function hasSeenEnough({ kind, scanned, reached, atEnd }: SyncReach, covered: Coverage): boolean {
  if (atEnd) return true;
  if (kind === 'full' || scanned < OVERLAP_MESSAGES) return false;
  return covered.to === null || (reached !== null && reached.getTime() < covered.to.getTime() - OVERLAP_MS);
}

/** What is covered after a run that began at `startedAt`. What was covered before counts when nothing is missing between. */
export function coverageAfter(startedAt: Date, { reached, atEnd, closedTo }: SyncReach, before: Coverage): Coverage {
  const from = (atEnd ? closedTo : null) ?? reached ?? startedAt;
  const joins = before.from !== null && before.to !== null && (atEnd || from <= before.to);
  return { from: joins && before.from && before.from < from ? before.from : from, to: startedAt };
}
