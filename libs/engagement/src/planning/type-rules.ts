import { STAGES, type Stage } from '#memory';

import type { EngagementPolicy } from './engagement-policy.js';
import type { EngagementType } from './engagement-type.js';
import type { PersonState } from './person-state.js';

/** How near `high intimacy` is, of 100. */
const HIGH_INTIMACY = 70;

/** What a type takes. */
export interface TypeRule {
  readonly type: EngagementType;
  /** Of silence. */
  readonly hours: number;
  /** What this person has not; null when the type suits. */
  readonly missing: 'stage' | 'intimacy' | 'memory' | 'good-mood' | null;
}

/** What each type takes, and whether it suits this person. Somebody who is low is not chatted to, nor reminded of what may be what they lost. */
export function typeRules(
  { stage, intimacy }: PersonState,
  policy: EngagementPolicy,
  { hasMemory, isLow }: { readonly hasMemory: boolean; readonly isLow: boolean },
): readonly TypeRule[] {
  const unless = (needed: Stage): 'stage' | null => (STAGES.indexOf(stage) >= STAGES.indexOf(needed) ? null : 'stage');
  const unlessLow = isLow ? 'good-mood' : null;
  return [
    {
      ...{ type: 'emotional_support', hours: policy.emotionalSupportAfterHours },
      missing: unless('partner') ?? (intimacy >= HIGH_INTIMACY ? null : 'intimacy'),
    },
    {
      ...{ type: 'memory_reminder', hours: policy.memoryReminderAfterHours },
      missing: unless('close_friend') ?? (hasMemory ? unlessLow : 'memory'),
    },
    { type: 'check_in', hours: policy.checkInAfterHours, missing: null },
    { type: 'topic_suggestion', hours: policy.topicSuggestionAfterHours, missing: unless('friend') ?? unlessLow },
  ];
}
