/** What an outreach is about. */
export const ENGAGEMENT_TYPES = ['check_in', 'emotional_support', 'memory_reminder', 'topic_suggestion'] as const;

export type EngagementType = (typeof ENGAGEMENT_TYPES)[number];
