import { wantsPeace } from '#companions';
import { emotionOf, VALENCE } from '#memory';

/** What the words for a whole message stand for, -1 to 1. */
const OF_LABEL: Readonly<Record<string, number>> = { positive: 0.7, negative: -0.7, neutral: 0, mixed: 0 };

/** Whoever asks to be left alone could not be less glad. */
const WANTS_PEACE = -1;

/** How an answer sounds, -1 to 1: whether it asks for peace, else as it was labelled, else by its words alone; 0 where it sounds like nothing in particular. */
export function answerSentiment(label: string | null, text: string | null): number {
  if (text !== null && wantsPeace(text)) return WANTS_PEACE;
  const labelled = label === null ? undefined : OF_LABEL[label];
  if (labelled !== undefined) return labelled;
  const emotion = text === null ? null : emotionOf([text]);
  return emotion ? VALENCE[emotion] : 0;
}
