import type { AutonomyGroupEntity } from './autonomy-group.entity.js';

const HOUR_MS = 3_600_000;

/**
 * A group as it is seen for the first time. What was written in the hour before is taken in; who came in then is not: all of them may have, when
 * the list of members was read.
 */
export function unseenGroup(chatId: string, now: Date): AutonomyGroupEntity {
  return {
    ...{ chatId, engine: null, muted: false, zone: null, interests: [], bots: [], sharePattern: false },
    ...{ actionsPerHour: null, actionsPerDay: null, answersAtOnce: null, answersPerHour: null },
    ...{ mood: 'neutral', moodUntil: new Date(now.getTime() + HOUR_MS), moodFrozen: false, moodProfiles: {} },
    ...{ state: null, seenAt: new Date(now.getTime() - HOUR_MS), seenId: '00000000-0000-0000-0000-000000000000' },
    ...{ eventsAt: now, nextCheckAt: now, busyUntil: null, decisions: 0 },
    ...{ createdAt: now, changedAt: now, changedBy: null },
  };
}
