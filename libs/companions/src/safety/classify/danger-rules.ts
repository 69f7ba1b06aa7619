/** What a person may be in danger of, or a danger to. */
export const DANGERS = ['self-harm', 'abuse', 'violence', 'threat', 'medical'] as const;
export type Danger = (typeof DANGERS)[number];

/** How sure it makes us, 0-1, and the words, as a pattern over a text of small letters without accents. */
export type DangerRule = readonly [confidence: number, words: string];

/** What one language says when there is danger. */
export interface DangerRules {
  /** Set phrases that mean nothing of the kind; they are taken out before anything is looked for. */
  readonly idioms: readonly string[];
  readonly rules: Readonly<Record<Danger, readonly DangerRule[]>>;
}
