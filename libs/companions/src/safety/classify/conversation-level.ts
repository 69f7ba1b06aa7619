/** How sexual a conversation was when that was last looked at. */
export interface ConversationLevel {
  /** 0-10. */
  readonly level: number;
  readonly at: Date;
}

/** The time in which a level sinks by half. */
const HALF_LIFE_MS = 30 * 60_000;

/** The level of a conversation after a message of `messageLevel`: the higher of that and what is left of the level before. */
export function conversationLevel(
  previous: ConversationLevel | null,
  messageLevel: number,
  now: Date,
): ConversationLevel {
  if (!previous) return { level: messageLevel, at: now };
  const passed = Math.max(0, now.getTime() - previous.at.getTime());
  const left = previous.level * 0.5 ** (passed / HALF_LIFE_MS);
  return { level: Math.max(messageLevel, Math.round(left * 100) / 100), at: now };
}
