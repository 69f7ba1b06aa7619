import type { EngagementPolicy } from './engagement-policy.js';
import { lastWord } from './last-word.js';
import { momentsOf } from './moments-of.js';
import type { PersonState } from './person-state.js';
import type { TypeChoice } from './type-choice.js';

const HOUR_MS = 3_600_000;

/**
 * The moments that memories make, as reminders: whatever the hours of the types, and at any stage that may be written to; not in the middle of a
 * talk, nor before `earliest`.
 */
export function momentChoices(
  person: PersonState,
  policy: EngagementPolicy,
  memoryIds: readonly string[],
  earliest: Date,
  now: Date,
): readonly TypeChoice[] {
  const quietSince = (lastWord(person)?.getTime() ?? -Infinity) + policy.minIntervalHours * HOUR_MS;
  const free = Math.max(earliest.getTime(), quietSince);
  if (policy.maxMemories === 0) return [];
  return momentsOf(person.memories, person, policy, now)
    .filter((moment) => moment.latest.getTime() > free)
    .map((moment) => ({
      ...{ type: 'memory_reminder', after: new Date(Math.max(moment.earliest.getTime(), free)) },
      memoryIds: [moment.memoryId, ...memoryIds.filter((id) => id !== moment.memoryId)].slice(0, policy.maxMemories),
      moment: { key: moment.key, latest: moment.latest },
      reasons: moment.reasons,
    }));
}
