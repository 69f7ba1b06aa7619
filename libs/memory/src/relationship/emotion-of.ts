import type { EmotionLabel } from './emotion.js';
import { readInteractions } from './read-interactions.js';

/** What texts that were said together sound like, by their words alone; null when they sound like nothing in particular. */
export function emotionOf(texts: readonly string[]): EmotionLabel | null {
  const sentAt = new Date(0);
  const heard = texts.map((text) => ({ byContact: true, text, sentAt, sentiment: null, facts: 0 }));
  return readInteractions(heard, null)[0]?.emotion?.label ?? null;
}
