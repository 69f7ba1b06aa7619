import fc from 'fast-check';

import { countTokens } from './count-tokens.js';
import { cutText } from './cut-text.js';

describe('cutText', () => {
  it.each([
    ['what fits stays as it is', ' It is so. ', 9, 'end', ' It is so. '],
    ['whole sentences', 'One is here. Two is there. Three is gone.', 9, 'end', 'One is here. Two is there.'],
    ['the last ones', 'One is here. Two is there. Three is gone.', 9, 'start', 'Two is there. Three is gone.'],
    ['whole lines', '- one thing\n- two things\n- three things', 9, 'end', '- one thing\n- two things'],
    ['whole words of a long sentence', 'one two three four five', 3, 'end', 'one two three'],
    ['its last words', 'one two three four five', 3, 'start', 'three four five'],
    ['characters of a long word', 'a'.repeat(1_000), 2, 'end', 'a'.repeat(11)],
    ['sentences without spaces', '你好。我去看医生。我头很疼。', 12, 'end', '你好。我去看医生。'],
    ['nothing where nothing fits', 'word', 0, 'end', ''],
  ] as const)('keeps %s', (_, text, tokens, from, kept) => {
    expect(cutText(text, tokens, from)).toBe(kept);
  });

  it('never keeps more than fits, is a part of the text, and breaks no character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, fc.nat(60), fc.constantFrom('start', 'end'), (whole, tokens, from) => {
        const kept = cutText(whole, tokens, from);
        expect(countTokens(kept)).toBeLessThanOrEqual(tokens);
        expect(whole).toContain(kept);
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });

  it('does not read a huge text to its end', () => {
    expect(cutText('One is here. '.repeat(5_000_000), 4)).toBe('One is here.');
  });
});
