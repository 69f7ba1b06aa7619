const DAY_MS = 86_400_000;

export type EngagementOutcome = 'answered' | 'ignored' | 'opted_out';

/** What became of a sent engagement within 24 hours; null while it is open. Who says STOP has not answered. */
export function outcomeOf(
  engagement: { readonly sentAt: Date; readonly chatId: string },
  heard: readonly { readonly at: Date; readonly chatId: string }[],
  optedOutAt: Date | null,
  now: Date,
): EngagementOutcome | null {
  const ends = new Date(engagement.sentAt.getTime() + DAY_MS);
  const counts = (at: Date): boolean => at > engagement.sentAt && at <= ends;
  if (optedOutAt && counts(optedOutAt)) return 'opted_out';
  if (heard.some(({ at, chatId }) => chatId === engagement.chatId && counts(at))) return 'answered';
  return now > ends ? 'ignored' : null;
}
