import type { MemoryCategory } from '../memory-category.js';
import type { HoldsWord } from './holds-word.js';

type IsOfKind = (memory: { readonly text: string; readonly category: MemoryCategory }) => boolean;

interface Kind {
  /** How people call it, in English and Spanish. */
  readonly words: string;
  readonly isOf: IsOfKind;
}

const OTHER_PEOPLE =
  /(?<!\p{L})(?:(?:best|boy|girl)? ?friends?|boss|colleagues?|coworkers?|neighbou?rs?|roommates?|flatmates?|amig[oa]s?|jef[ea]s?|compañer[oa]s?|vecin[oa]s?)(?!\p{L})/iu;
const ANIMAL =
  /(?<!\p{L})(?:pets?|dogs?|pupp(?:y|ies)|cats?|kittens?|parrots?|rabbits?|bunn(?:y|ies)|hamsters?|turtles?|horses?|birds?|fish|snakes?|guinea pigs?|mascotas?|perr[oa]s?|gat[oa]s?|conej[oa]s?|loros?|hámsters?|tortugas?|caballos?|pájaros?|pez|peces|cachorr[oa]s?)(?!\p{L})/iu;
const LIVES = /(?<!\p{L})(?:liv(?:es|ed|ing)|moved|viv[eí]a?|mudó)(?!\p{L})/iu;

const KINDS: readonly Kind[] = [
  { words: 'job jobs work employer trabajo trabajos empleo', isOf: ({ category }) => category === 'work' },
  {
    words: 'family familia',
    isOf: ({ category, text }) => category === 'relationship' && !OTHER_PEOPLE.test(text),
  },
  { words: 'health illness salud enfermedad', isOf: ({ category }) => category === 'health' },
  {
    words: 'home house address live living casa dirección vivo',
    isOf: ({ category, text }) => category === 'location' && LIVES.test(text),
  },
  {
    words: 'birthday cumpleaños',
    isOf: ({ text }) => /(?<!\p{L})(?:birthday|was born on|cumpleaños|nació el)(?!\p{L})/iu.test(text),
  },
  { words: 'name nombre', isOf: ({ text }) => /^(?:is called|is named|name:|se llama|su nombre) /iu.test(text) },
  {
    words: 'pet pets animal animals mascota mascotas animales',
    isOf: ({ text, category }) => category !== 'preference' && ANIMAL.test(text),
  },
];

/** Tells the memories of the kind that a request names by nothing but that kind's words; undefined when it names a thing of its own. */
export function kindAsked(words: readonly HoldsWord[]): IsOfKind | undefined {
  if (words.length === 0) return undefined;
  return KINDS.find((kind) => words.every((holds) => holds(kind.words)))?.isOf;
}
