import type { PersonState } from './person-state.js';

/** Outreaches in a row that nobody answered: whoever has written since the last one is not left alone any more. */
export function unansweredOf({ lastHeardAt, lastEngagedAt, unanswered }: PersonState): number {
  return lastHeardAt && lastEngagedAt && lastHeardAt > lastEngagedAt ? 0 : unanswered;
}
