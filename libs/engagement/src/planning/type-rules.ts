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
  readonly missing: 'stage' | 'intimacy' | 'memory' | null;
}

/** What each type takes, and whether it suits this person. */
export function typeRules(
  { stage, intimacy }: PersonState,
  policy: EngagementPolicy,
  hasMemory: boolean,
): readonly TypeRule[] {
  const unless = (needed: Stage): 'stage' | null => (STAGES.indexOf(stage) >= STAGES.indexOf(needed) ? null : 'stage');
  return [
    {
      ...{ type: 'emotional_support', hours: policy.emotionalSupportAfterHours },
      missing: unless('partner') ?? (intimacy >= HIGH_INTIMACY ? null : 'intimacy'),
    },
    {
      ...{ type: 'memory_reminder', hours: policy.memoryReminderAfterHours },
      missing: unless('close_friend') ?? (hasMemory ? null : 'memory'),
    },
    { type: 'check_in', hours: policy.checkInAfterHours, missing: null },
    { type: 'topic_suggestion', hours: policy.topicSuggestionAfterHours, missing: unless('friend') },
  ];
}
