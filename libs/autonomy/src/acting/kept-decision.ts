import type { Decision, Reason } from '../engine/decision.js';
import type { StoredDecision } from '../store/stored-decision.js';

const MINUTE_MS = 60_000;
/** What a mood is or is not. There is nothing near or far about it. */
const OF_THE_MOOD: ReadonlySet<Reason['name']> = new Set(['impulsiveness', 'sociability', 'energy', 'shares']);

/**
 * Whether a decision is worth a place in the group's ring. In a lively group each message brings one, and most are like the one before: of those,
 * one a minute is kept.
 */
export function isWorthKeeping(decision: StoredDecision, last: StoredDecision | null): boolean {
  if (decision.status === 'writing' || decision.trigger === 'operator' || !last) return true;
  return decision.at.getTime() - last.at.getTime() >= MINUTE_MS || gistOf(decision) !== gistOf(last);
}

/** What spoke for the action, or held back most what was nearest: a check, a gate. */
export function nearestReason({ reasons }: Pick<Decision, 'reasons'>): Reason | null {
  const [first, ...others] = reasons;
  if (!first) return null;
  return others.reduce((nearest, reason) => (nearnessOf(reason) > nearnessOf(nearest) ? reason : nearest), first);
}

function gistOf(decision: StoredDecision): string {
  const nearest = nearestReason(decision);
  return [decision.engine, decision.action, decision.obstacle, nearest?.action, nearest?.name].join(' ');
}

function nearnessOf({ name, has, needs }: Reason): number {
  if (OF_THE_MOOD.has(name)) return 0;
  return has < needs ? has / needs : needs / has;
}
