import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { Reason } from '../planning/reason.js';

/** What the settings come to, in the four words that an operator thinks in. */
export interface EngagementStrategy {
  readonly frequency: 'aggressive' | 'conservative';
  readonly personalization: 'high' | 'moderate';
  readonly timing: 'frequent' | 'spaced';
  readonly empathy: 'high' | 'moderate';
  /** The setting by which each was decided, and the value from which it would be the other. */
  readonly because: readonly Reason[];
}

/** Beyond so many a day, writing first is pushing. */
const MANY_A_DAY = 3;
/** A few memories make a text somebody's own; one or two may be chance. */
const MANY_MEMORIES = 3;
const SHORT_INTERVAL_HOURS = 4;
const SOON_WITH_SUPPORT_HOURS = 6;

export function strategyOf(policy: EngagementPolicy): EngagementStrategy {
  const { maxPerDay, maxMemories, minIntervalHours, emotionalSupportAfterHours } = policy;
  return {
    frequency: maxPerDay > MANY_A_DAY ? 'aggressive' : 'conservative',
    personalization: maxMemories >= MANY_MEMORIES ? 'high' : 'moderate',
    timing: minIntervalHours < SHORT_INTERVAL_HOURS ? 'frequent' : 'spaced',
    empathy: emotionalSupportAfterHours <= SOON_WITH_SUPPORT_HOURS ? 'high' : 'moderate',
    because: [
      { code: 'frequency', detail: { max_engagements_per_day: maxPerDay, aggressive_above: MANY_A_DAY } },
      { code: 'personalization', detail: { max_memories_to_use: maxMemories, high_from: MANY_MEMORIES } },
      { code: 'timing', detail: { min_interval_hours: minIntervalHours, frequent_below: SHORT_INTERVAL_HOURS } },
      {
        code: 'empathy',
        detail: { emotional_support_after_hours: emotionalSupportAfterHours, high_up_to: SOON_WITH_SUPPORT_HOURS },
      },
    ],
  };
}
