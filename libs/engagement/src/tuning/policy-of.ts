import type { ProactiveConfig } from '#config';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { QuietHours } from '../planning/quiet-hours.js';

/** "Suggest something to talk about: 2+ hours": the document names no setting for it. */
const TOPIC_SUGGESTION_AFTER_HOURS = 2;

/** The settings as the deciding code has them. `timeZone`: of whoever has none known. */
export function policyOf(settings: ProactiveConfig, timeZone: string): EngagementPolicy {
  return {
    enabled: settings.enabled,
    mode: settings.mode,
    minIntervalHours: settings.minIntervalHours,
    maxPerDay: settings.maxEngagementsPerDay,
    maxPerUser: settings.maxEngagementsPerUser,
    minStage: settings.minRelationshipStage,
    minIntimacyLevel: settings.minIntimacyLevel,
    minTrustLevel: settings.minTrustLevel,
    checkInAfterHours: settings.checkInAfterHours,
    memoryReminderAfterHours: settings.memoryReminderAfterHours,
    emotionalSupportAfterHours: settings.emotionalSupportAfterHours,
    topicSuggestionAfterHours: TOPIC_SUGGESTION_AFTER_HOURS,
    maxMessageLength: settings.maxMessageLength,
    minMessageLength: settings.minMessageLength,
    temperature: settings.messageTemperature,
    maxMemories: settings.maxMemoriesToUse,
    memoryImportanceThreshold: settings.memoryImportanceThreshold,
    scheduleAdvanceHours: settings.scheduleAdvanceHours,
    maxScheduled: settings.maxScheduledEngagements,
    quietHours: quietHoursOf(settings.quietHours),
    timeZone,
    trustAfterDays: settings.trustAfterDays,
    trustAfterChats: settings.trustAfterChats,
    debugLogging: settings.enableDebugLogging,
    logLevel: settings.logLevel,
  };
}

/** Of text such as 21:00-09:00, which the setting has been checked for. */
function quietHoursOf(text: string): QuietHours {
  const [from = 0, until = 0] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { from, until };
}
