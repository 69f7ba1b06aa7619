import type { SpokenMessage } from '#messaging';

import { pastTurns } from './past-turns.js';

/** `a b` are a person's, `A` ours. */
function said(letters: string): SpokenMessage[] {
  return [...letters].map((text) => ({
    ...{ id: text, senderId: null, senderName: null, kind: 'text' as const, text, sentAt: new Date(0) },
    author: text === text.toLowerCase() ? 'contact' : 'assistant',
  }));
}

const shown = (letters: string, most = 10, window = 10) =>
  pastTurns(said(letters), { most, window }).map(({ earlier, asked, answered }) =>
    [earlier, asked, answered].map((part) => part.map(({ text }) => text).join('')).join('|'),
  );

describe('pastTurns', () => {
  it.each([
    ['', []],
    ['A', []],
    ['a', ['|a|']],
    ['aA', ['|a|A']],
    ['AabB', ['A|ab|B']],
    ['aAbcBCd', ['|a|A', 'aA|bc|BC', 'aAbcBC|d|']],
  ])('of %j', (letters, turns) => {
    expect(shown(letters)).toEqual(turns);
  });

  it('are the last ones, with so much before them', () => {
    expect(shown('aAbBcC', 1, 2)).toEqual(['bB|c|C']);
  });
});
