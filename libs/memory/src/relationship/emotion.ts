export type EmotionLabel =
  'joy' | 'affection' | 'gratitude' | 'excitement' | 'sadness' | 'anger' | 'worry' | 'disappointment';

/** What somebody seemed to feel. */
export interface Emotion {
  readonly label: EmotionLabel;
  /** -1 to 1. */
  readonly valence: number;
  /** 0-1. */
  readonly intensity: number;
}

/** How pleasant each is, -1 to 1: Russell's circumplex, to one digit. */
export const VALENCE: Readonly<Record<EmotionLabel, number>> = {
  joy: 0.8,
  affection: 0.9,
  gratitude: 0.7,
  excitement: 0.8,
  sadness: -0.7,
  anger: -0.8,
  worry: -0.5,
  disappointment: -0.5,
};

export interface EmotionAt extends Emotion {
  readonly at: Date;
}

/** A mood does not outlast the night. */
const HALF_LIFE_MS = 8 * 3_600_000;
/** Fainter than this, nobody would speak of a mood. */
const FAINT = 0.15;

/** What is left of the last feeling; null when nothing is. */
export function moodOf(last: EmotionAt | null, now: Date): EmotionLabel | null {
  if (!last) return null;
  const left = last.intensity * 2 ** (-Math.max(0, now.getTime() - last.at.getTime()) / HALF_LIFE_MS);
  return left < FAINT ? null : last.label;
}
