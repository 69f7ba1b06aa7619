/** How long something took, in ms; null where it never happened. */
export interface Times {
  readonly answers: number;
  readonly averageMs: number | null;
  readonly p95Ms: number | null;
}

export interface ActiveDay {
  /** ISO date. */
  readonly date: string;
  /** In how many something was said. */
  readonly conversations: number;
  readonly messages: number;
}

/** What went on in conversations over some days. */
export interface ConversationFigures {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** In how many something was said. */
  readonly conversations: number;
  readonly messages: { readonly total: number; readonly user: number; readonly character: number };
  readonly messagesPerConversation: number;
  /** From what was said last to the first message of the answer. */
  readonly responseTime: Times;
  /** What the model took of it. */
  readonly generationTime: Times;
  readonly tokens: number;
  readonly nsfwMessages: number;
  /** Messages by model. */
  readonly models: Readonly<Record<string, number>>;
  /** The people's messages by what they seemed to feel. */
  readonly moods: Readonly<Record<string, number>>;
  readonly days: readonly ActiveDay[];
}
