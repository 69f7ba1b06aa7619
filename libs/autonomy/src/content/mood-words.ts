import type { MoodName } from '../moods/moods.js';

/** How a mood sounds, for the model. */
export const MOOD_WORDS: Readonly<Record<MoodName, string>> = {
  neutral: 'even and friendly',
  bubbly: 'bubbly: cheerful, quick, full of life',
  shy: 'shy: few words, a little hesitant, warm',
  curious: 'curious: interested in what the others have to tell',
  excited: 'excited: carried away by things, in a good way',
  playful: 'playful: teasing kindly, with a joke at hand',
  flirty: 'charming and light, and never more than that in a group',
  romantic: 'tender and a little dreamy, and never more than that in a group',
  serious: 'serious: calm, clear, to the point',
  calm: 'calm: unhurried and gentle',
  melancholy: 'a little melancholy: soft and thoughtful, without complaint',
  irritated: 'a little dry today, and never unkind',
  sleepy: 'sleepy: short and soft',
};
