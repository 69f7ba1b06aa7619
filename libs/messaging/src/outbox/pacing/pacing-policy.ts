/** How fast messages may leave an account. */
export interface PacingPolicy {
  readonly ratePerMinute: number;
  readonly burst: number;
  /** Between two of our messages in one chat. */
  readonly gapMs: number;
  /** Chats in 24 hours in which nobody had said a word before. */
  readonly newContactsPerDay: number;
  readonly warmUpDays: number;
  /** 0: no "typing…". */
  readonly typingMaxMs: number;
}
