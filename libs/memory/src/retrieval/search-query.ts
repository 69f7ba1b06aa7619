import { analyseQuery } from './analysis/analyse.js';
import type { FeatureKeys } from './index/feature-keys.service.js';
import type { TurnIndex } from './index/turn-index.js';
import { rankTurns } from './ranking/rank-turns.js';
import { RANKING_POLICY } from './ranking/ranking-policy.js';
import { turnQuery, type TurnQuery } from './ranking/turn-query.js';
import type { MemorySearch } from './retrieved-memory.js';
import { spokenOf } from './search-aim.js';
import type { SearchScope } from './search-scope.service.js';
import { timeAnchor } from './time/time-anchor.js';
import type { TimeRange } from './time/time-range.js';
import { timeRanges } from './time/time-ranges.js';

const DAY_MS = 24 * 3_600_000;
/** What happened is told on the same day, or in the days that follow. */
const TOLD_AFTER_MS = 5 * DAY_MS;
/** So much of an event's words must be found to believe that it was spoken of. */
const SURE_EVENT = 0.6;
const AROUND_EVENT_MS = 60 * DAY_MS;

/** What a search asks of the indexes. An event that it names ("before my exam") is looked for first, to learn when it was. */
export function searchQuery(
  { text, now, zone, contactId, speakers }: MemorySearch,
  { contactName, forgottenUntil, groupId }: SearchScope,
  indexes: readonly TurnIndex[],
  keys: FeatureKeys,
): TurnQuery {
  const known = speakers ?? (contactName === null ? [] : [{ name: contactName, contactId }]);
  const { speaker, names } = spokenOf(text, known, contactId);
  // In a group each speaker asks for themselves: whoever opens the turns looks at that.
  const notBefore = forgottenUntil === null || groupId !== null ? -Infinity : forgottenUntil.getTime() + 1;
  const queryOf = (words: string, ranges: readonly TimeRange[]): TurnQuery =>
    turnQuery(analyseQuery(words, names), { speaker, ranges, notBefore }, (token) => keys.keyOf(token));
  const ranges = timeRanges(text, now, zone).map(({ from, to }) => ({
    from,
    to: to + TOLD_AFTER_MS,
  }));
  if (ranges.length > 0) return queryOf(text, ranges);
  const anchor = timeAnchor(text);
  const [event] = anchor ? rankTurns(indexes, queryOf(anchor.event, []), RANKING_POLICY, 1) : [];
  if (!anchor || !event || event.coverage < SURE_EVENT) return queryOf(text, []);
  const at = event.index.at[event.place] ?? 0;
  const around =
    anchor.side === 'before' ? { from: at - AROUND_EVENT_MS, to: at + 1 } : { from: at, to: at + AROUND_EVENT_MS };
  return queryOf(text, [around]);
}
