import type { MemoryCategory } from '../memory-category.js';
import { askedWords } from './asked-words.js';
import type { HoldsWord } from './holds-word.js';
import { matchingMemories } from './matching-memories.js';

const KNOWN: readonly (readonly [MemoryCategory, string])[] = [
  ['work', 'Is a nurse'],
  ['relationship', 'Has two sisters'],
  ['relationship', 'Has a friend called Tom'],
  ['health', 'Is allergic to nuts'],
  ['location', 'Lives in Porto'],
  ['location', 'Is from Turin'],
  ['personal', 'Birthday: 5 June'],
  ['personal', 'Is called Ana'],
  ['possession', 'Has a dog called Rex'],
  ['preference', 'Likes cats'],
];
const holding =
  (word: string): HoldsWord =>
  (text) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(word);

describe('matchingMemories', () => {
  it.each<[string, string[]]>([
    ['about my job', ['Is a nurse']],
    ['mi trabajo', ['Is a nurse']],
    ['mi empleo', ['Is a nurse']],
    ['my family', ['Has two sisters']],
    ['mi familia', ['Has two sisters']],
    ['my health', ['Is allergic to nuts']],
    ['mi salud', ['Is allergic to nuts']],
    ['where I live', ['Lives in Porto']],
    ['donde vivo', ['Lives in Porto']],
    ['my home address', ['Lives in Porto']],
    ['my birthday', ['Birthday: 5 June']],
    ['mi cumpleaños', ['Birthday: 5 June']],
    ['my name', ['Is called Ana']],
    ['mi nombre', ['Is called Ana']],
    ['my pets', ['Has a dog called Rex']],
    ['my job in Porto', []],
    ['that I work from home', []],
    ['my nurse', ['Is a nurse']],
    ['that', []],
  ])('finds for "%s" %j', (asked, expected) => {
    const memories = KNOWN.map(([category, text]) => ({ category, text }));
    const found = matchingMemories(memories, askedWords(asked).map(holding));
    expect(found.map(({ text }) => text)).toEqual(expected);
  });
});
