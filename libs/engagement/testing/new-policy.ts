import type { EngagementPolicy } from '../src/planning/engagement-policy.js';

/** The settings as they are by default, but for what is given. */
export function newPolicy(given: Partial<EngagementPolicy> = {}): EngagementPolicy {
  return {
    ...{ enabled: true, mode: 'auto', minIntervalHours: 2, maxPerDay: 3, maxPerUser: 1 },
    ...{ minStage: 'friend', minIntimacyLevel: 3, minTrustLevel: 3 },
    ...{ checkInAfterHours: 24, memoryReminderAfterHours: 12, emotionalSupportAfterHours: 6 },
    ...{ topicSuggestionAfterHours: 2, maxMessageLength: 100, minMessageLength: 20, temperature: 0.8 },
    ...{ maxMemories: 3, memoryImportanceThreshold: 5, scheduleAdvanceHours: 3, maxScheduled: 50 },
    ...{ quietHours: { from: 21 * 60, until: 9 * 60 }, trustAfterDays: 14, trustAfterChats: 20, timeZone: 'UTC' },
    ...{ debugLogging: true, logLevel: 'info' },
    ...given,
  };
}
