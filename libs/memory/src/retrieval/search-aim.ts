import { wordsOf } from './analysis/text-words.js';
import { folded } from './analysis/text-words.js';
import { OURS } from './index/turn-index.js';
import type { SpeakerName } from './retrieved-memory.js';

const FIRST_PERSON = new Set(['i', "i'm", "i've", "i'd", 'my', 'mine', 'yo', 'mi', 'mis', 'mio', 'mia', 'conmigo']);

/** Whose turns a question is about. */
export interface SpokenOf {
  /** Null: nobody's, or those of more than one. */
  readonly speaker: string | null;
  /** Names of speakers, as words. */
  readonly names: ReadonlySet<string>;
}

/** Whom the question names; who says "I" or "my" names themselves. */
export function spokenOf(text: string, speakers: readonly SpeakerName[], asker: string): SpokenOf {
  const words = new Set(wordsOf(text).map(folded));
  const called = speakers.map(({ name, contactId }) => ({ parts: nameParts(name), speaker: contactId ?? OURS }));
  const named = new Set(
    called.filter(({ parts }) => parts.some((part) => words.has(part))).map(({ speaker }) => speaker),
  );
  const names = new Set(called.flatMap(({ parts }) => parts));
  const [only] = named;
  if (only !== undefined) return { speaker: named.size === 1 ? only : null, names };
  return { speaker: [...words].some((word) => FIRST_PERSON.has(word)) ? asker : null, names };
}

/** The first name: others share the last one. */
function nameParts(name: string): string[] {
  return wordsOf(name).slice(0, 1).map(folded);
}
