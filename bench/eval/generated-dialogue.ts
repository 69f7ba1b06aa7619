import type { Dialogue } from './locomo.js';

const SESSION = 40;
const VOCABULARY = 30_000;
/** Real words are among them, so that topics and neighbours are looked at as in speech. */
export const SPOKEN =
  'dog cat work boss trip beach music guitar sister mother dinner pizza movie book game gym running doctor birthday party car money house garden school exam friend wedding painting coffee'.split(
    ' ',
  );

/** The most common words of speech mean nothing by themselves. */
const COMMON =
  'the and to a of in it is you that i was for on with my so we but have at do not be this just me what'.split(' ');

/** A conversation of so many turns, one session a day, the last one now. */
export function generatedDialogue(count: number, random: () => number): Dialogue {
  const start = Date.now() - (count / SESSION) * 86_400_000;
  const turns = Array.from({ length: count }, (_, place) => {
    const session = Math.floor(place / SESSION);
    const words = Array.from({ length: 6 + Math.floor(random() * 24) }, () => spokenWord(random));
    return {
      id: `D${session}:${place % SESSION}`,
      session,
      speaker: place % 2 === 0 ? 'Us' : 'Them',
      text: `${words.join(' ')}${random() < 0.2 ? '?' : '.'}`,
      at: new Date(start + session * 86_400_000 + (place % SESSION) * 60_000),
    };
  });
  return { id: 'generated', speakers: ['Us', 'Them'], turns, questions: [] };
}

/** By Zipf's law, as words are spoken. */
export function spokenWord(random: () => number): string {
  const rank = Math.floor(VOCABULARY ** random());
  return COMMON[rank - 1] ?? SPOKEN[rank - 1 - COMMON.length] ?? `w${rank.toString(36)}x`;
}
