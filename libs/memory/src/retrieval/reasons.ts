import { TURN_SIGNS } from './index/turn-features.js';
import type { RankedTurn } from './ranking/rank-turns.js';
import type { TurnQuery } from './ranking/turn-query.js';

const SIGNS: readonly (readonly [number, string])[] = [
  [TURN_SIGNS.time, 'says when'],
  [TURN_SIGNS.number, 'says how many'],
  [TURN_SIGNS.title, 'names a title'],
  [TURN_SIGNS.name, 'names somebody or a place'],
];

/** Why a turn was chosen, for people. */
export function reasonsOf({ index, place, coverage }: RankedTurn, query: TurnQuery): string[] {
  const reasons = [coverageReason(coverage)];
  const signs = index.signs[place] ?? 0;
  const at = index.at[place] ?? 0;
  if (query.ranges.some(({ from, to }) => at >= from && at < to)) reasons.push('of the time that was asked about');
  if (query.speaker !== null && index.speakers[place] === index.speakerCode(query.speaker))
    reasons.push('said by whom it is about');
  for (const [sign, reason] of SIGNS) if (query.wanted === sign && signs & sign) reasons.push(reason);
  return reasons;
}

function coverageReason(coverage: number): string {
  if (coverage === 0) return 'of the same topic or conversation';
  return `${Math.round(100 * coverage)} % of the words, in it or beside it`;
}
