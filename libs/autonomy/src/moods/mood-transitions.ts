import type { MoodName } from './moods.js';

type Weights = Readonly<Partial<Record<MoodName, number>>>;

/** What a mood is likely to turn into, in tens; what is not named has 1, the mood itself 0. Nobody jumps from melancholy to excitement often. */
export const MOOD_TRANSITIONS: Readonly<Record<MoodName, Weights>> = {
  neutral: { curious: 30, calm: 25, playful: 20, bubbly: 15, serious: 15, shy: 10 },
  bubbly: { playful: 30, excited: 25, curious: 15, neutral: 15, flirty: 10, sleepy: 5 },
  shy: { calm: 25, neutral: 25, curious: 20, romantic: 10, melancholy: 10 },
  curious: { excited: 20, neutral: 20, serious: 20, playful: 15, calm: 10, bubbly: 10 },
  excited: { bubbly: 30, playful: 25, curious: 15, neutral: 15, sleepy: 10 },
  playful: { bubbly: 25, flirty: 15, curious: 15, neutral: 15, excited: 10, calm: 10 },
  flirty: { playful: 25, romantic: 25, shy: 15, neutral: 15 },
  romantic: { calm: 25, flirty: 15, shy: 15, melancholy: 10, neutral: 15 },
  serious: { neutral: 30, calm: 20, curious: 20, irritated: 10, melancholy: 5 },
  calm: { neutral: 25, curious: 20, romantic: 10, serious: 15, sleepy: 15, shy: 10 },
  melancholy: { calm: 30, shy: 20, neutral: 20, romantic: 10, sleepy: 10 },
  irritated: { serious: 30, neutral: 30, calm: 20, melancholy: 10 },
  sleepy: { calm: 30, neutral: 25, shy: 15, melancholy: 5 },
};

/** How the time of day bends those weights, as factors; what is not named stays as it is. */
export const MOODS_OF_DAY: Readonly<Record<'night' | 'morning' | 'afternoon' | 'evening' | 'weekend', Weights>> = {
  night: { sleepy: 6, calm: 2, romantic: 1.5, bubbly: 0.3, excited: 0.2, irritated: 0.5 },
  morning: { bubbly: 1.5, curious: 1.5, neutral: 1.5, sleepy: 1.2, romantic: 0.4, flirty: 0.4 },
  afternoon: { curious: 1.5, serious: 1.5, playful: 1.2, sleepy: 0.4 },
  evening: { playful: 1.5, flirty: 1.5, romantic: 1.5, calm: 1.3, serious: 0.6 },
  weekend: { excited: 1.5, playful: 1.5, bubbly: 1.3, serious: 0.4 },
};
