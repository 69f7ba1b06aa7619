/** Why the answer ended: by itself, at its longest, refused by the model, or at a stop sequence. */
export type StopReason = 'end' | 'max-tokens' | 'refusal' | 'stop';

/** Tokens of one call. `inputTokens` are those that no cache served. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

/** A whole answer. */
export interface Completion {
  /** May be empty only after a refusal. */
  readonly text: string;
  readonly stopReason: StopReason;
  /** The model that answered, as the provider names it. */
  readonly model: string;
  readonly usage: Usage;
  readonly durationMs: number;
}

/** A piece of a streamed answer. `done` comes once, last, and holds all the text. */
export type CompletionEvent =
  { readonly type: 'text'; readonly text: string } | { readonly type: 'done'; readonly completion: Completion };
