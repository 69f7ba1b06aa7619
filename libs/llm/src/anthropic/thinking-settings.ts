import type Anthropic from '@anthropic-ai/sdk';

/** What a model needs in its request so that an answer is short, quick and fits its longest. */
export interface ThinkingSettings {
  readonly thinking?: Anthropic.ThinkingConfigParam;
  readonly effort?: 'low';
  /** Tokens on top of the longest answer: thinking counts towards `max_tokens`. */
  readonly extraTokens: number;
}

/**
 * Newer models think before they answer unless told not to, and each takes another word for it; a wrong one is a 400.
 * Source: platform.claude.com/docs, migration guides of Sonnet 5.5, Haiku 5.5 and Opus 5.5.
 */
const BY_MODEL: readonly (readonly [RegExp, ThinkingSettings])[] = [
  [/^claude-sonnet-5-5\b/, { thinking: { type: 'between_tools' }, extraTokens: 0 }],
  [/^claude-(haiku-5-5|sonnet-5|opus-5)(-\d{8})?$/, { thinking: { type: 'disabled' }, extraTokens: 0 }],
  [/^claude-(opus-5-5|fable-|mythos-)/, { effort: 'low', extraTokens: 4_096 }],
];

/** The settings of a model. One that is not in the table (older, or a gateway's own) is sent no setting at all. */
export function thinkingSettings(model: string): ThinkingSettings {
  return BY_MODEL.find(([pattern]) => pattern.test(model))?.[1] ?? { extraTokens: 0 };
}
