/** What it may do unasked, in the order in which it chooses when several would be right. */
export const ACTIONS = ['engage_user', 'join_conversation', 'fomo_response', 'share_content', 'break_silence'] as const;

export type Action = (typeof ACTIONS)[number];
