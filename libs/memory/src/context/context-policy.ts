/** How much of each part an answer sees, in tokens, and in pieces. Together about 1,000 tokens beside the conversation itself. */
export const CONTEXT_POLICY = {
  summaryTokens: 350,
  profileTokens: 180,
  factTokens: 250,
  recalledTokens: 450,
  /** Things that were said and are found again. */
  recalled: 6,
  /** A memory of this importance is told also when nothing that is said now has to do with it. */
  alwaysFrom: 7,
  /** What is asked for: the end of what the contact says now. In UTF-16 units. */
  questionLength: 600,
  /** An answer does not wait longer for what is remembered, in ms. */
  patienceMs: 1_000,
} as const;
