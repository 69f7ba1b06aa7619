import type { MoodProfile } from './mood-profile.js';

/** The moods there are. `bubbly` and `shy` are the document's; `neutral`, in the middle, is where a group begins. */
export const MOODS = {
  neutral: mood('neutral', 0.5, 0.5, 0.5),
  bubbly: mood('bubbly', 0.9, 0.95, 0.8),
  shy: mood('shy', 0.4, 0.2, 0.2),
  curious: mood('curious', 0.6, 0.6, 0.6, true),
  excited: mood('excited', 0.95, 0.85, 0.9, true),
  playful: mood('playful', 0.8, 0.8, 0.75),
  flirty: mood('flirty', 0.7, 0.75, 0.6),
  romantic: mood('romantic', 0.5, 0.55, 0.4),
  serious: mood('serious', 0.5, 0.4, 0.3),
  calm: mood('calm', 0.4, 0.45, 0.25),
  melancholy: mood('melancholy', 0.3, 0.3, 0.3),
  irritated: mood('irritated', 0.6, 0.25, 0.7),
  sleepy: mood('sleepy', 0.15, 0.25, 0.15),
} as const satisfies Readonly<Record<string, MoodProfile>>;

export type MoodName = keyof typeof MOODS;

function mood(name: string, energy: number, sociability: number, impulsiveness: number, shares = false): MoodProfile {
  return { name, energy, sociability, impulsiveness, shares };
}
