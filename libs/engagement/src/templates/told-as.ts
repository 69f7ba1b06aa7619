import type { TemplateSlot } from './template-slots.js';

/** Words of a memory that fit into a sentence. */
export interface ToldWords {
  readonly slot: Extract<TemplateSlot, 'memory' | 'topic'>;
  readonly words: string;
}

interface Telling extends ToldWords {
  readonly reads: RegExp;
  /** None: a name, which fits into any. */
  readonly language?: string;
}

/** How memories are worded, and what can be said of them. `words`: with the first group for `$1`. */
const TELLINGS: readonly Telling[] = [
  {
    reads:
      /^(?:Has .* called|The \p{L}+ is called|(?:Dog|Cat|Horse|Rabbit|Parrot|Bird|Puppy|Kitten) is called) (\p{Lu}\p{Ll}+)$/u,
    slot: 'topic',
    words: '$1',
  },
  {
    reads: /^(?:Tiene .* de nombre|(?:Perr[oa]|Gat[oa]|Caballo|Conej[oa]|Loro|Pájaro): se llama) (\p{Lu}\p{Ll}+)$/u,
    slot: 'topic',
    words: '$1',
  },
  { reads: /^Likes (.+)$/u, slot: 'topic', words: '$1', language: 'en' },
  { reads: /^Favourite (?:\p{L}+ ?){1,2}: (.+)$/u, slot: 'topic', words: '$1', language: 'en' },
  { reads: /^Studies (.+)$/u, slot: 'topic', words: '$1', language: 'en' },
  { reads: /^(?:Collects|Plays|Paints) (.+)$/u, slot: 'topic', words: '$1', language: 'en' },
  { reads: /^Works as (.+)$/u, slot: 'memory', words: 'your work as $1', language: 'en' },
  { reads: /^Works at (.+)$/u, slot: 'memory', words: 'your work at $1', language: 'en' },
  { reads: /^Wants to (.+)$/u, slot: 'memory', words: 'your plan to $1', language: 'en' },
  { reads: /^Le gustan? (.+)$/u, slot: 'topic', words: '$1', language: 'es' },
  { reads: /^.+, lo favorito: (.+)$/u, slot: 'topic', words: '$1', language: 'es' },
  { reads: /^Estudia (.+)$/u, slot: 'memory', words: 'tus estudios de $1', language: 'es' },
  { reads: /^Trabaja de (.+)$/u, slot: 'memory', words: 'tu trabajo de $1', language: 'es' },
  { reads: /^Trabaja en (.+)$/u, slot: 'memory', words: 'tu trabajo en $1', language: 'es' },
  { reads: /^Quiere (.+)$/u, slot: 'memory', words: 'tu plan de $1', language: 'es' },
];

const LONGEST = 32;
/** Words from their mouth would be ours in the sentence. */
const OWN_WORDS = /(?<!\p{L})(?:i|me|my|mine|our|us|yo|mi|mis|me|nuestr[oa]s?)(?!\p{L})/iu;
const PLAIN = /^[\p{L}\p{M}\p{N} '’-]+$/u;

/** What can be said of a memory in a sentence of this language; null when it does not fit into one. */
export function toldAs(memory: string, language: string): ToldWords | null {
  const text = memory.trim().replace(/[.!]+$/u, '');
  const telling = TELLINGS.find(
    (each) => (each.language === undefined || each.language === language) && each.reads.test(text),
  );
  const value = telling?.reads.exec(text)?.[1]?.trim() ?? '';
  if (!telling || value === '' || Array.from(value).length > LONGEST) return null;
  if (!PLAIN.test(value) || OWN_WORDS.test(value)) return null;
  return { slot: telling.slot, words: telling.words.replace('$1', value) };
}
