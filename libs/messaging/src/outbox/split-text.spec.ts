import fc from 'fast-check';

import { LONGEST_TEXT, splitText } from './split-text.js';

const bare = (text: string): string => text.replace(/\s/g, '');
/** Texts of words and of what trips splitters: astral letters, families, flags, floods of combining marks, Windows' line ends. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ' ',
    '  ',
    '\r\n',
    '\u3000',
    'e\u0301',
    ' \u0301',
    '👨‍👩‍👧‍👦',
    '🇪🇸',
    '👍🏽',
    '1️⃣',
    `o${'\u0302'.repeat(30)}`,
    '𝒳',
  ),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').toWellFormed());
const limit = fc.integer({ min: 2, max: 40 });

describe('splitText', () => {
  it.each([
    ['a short text', 'hello', 10, ['hello']],
    ['nothing', '', 10, ['']],
    ['exactly the limit', 'x'.repeat(10), 10, ['x'.repeat(10)]],
    ['at the last word that fits', 'one two three', 9, ['one two', 'three']],
    ['at a word that ends at the limit', 'one two three', 7, ['one two', 'three']],
    ['at many spaces at once', 'one    two', 5, ['one', 'two']],
    ['a word that is too long', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['not at a word that would leave almost nothing', 'a bcdefghij', 8, ['a bcdefg', 'hij']],
    ['between emoji, not inside', '👍👍👍', 3, ['👍', '👍', '👍']],
    ['between families', '👨‍👩‍👧👨‍👩‍👧', 10, ['👨‍👩‍👧', '👨‍👩‍👧']],
    ['between flags', '🇪🇸🇫🇷🇮🇹', 10, ['🇪🇸🇫🇷', '🇮🇹']],
    ['not before an accent', 'abce\u0301', 4, ['abc', 'e\u0301']],
    ['not at a space that carries an accent', 'abcdef \u0301gh', 7, ['abcdef', ' \u0301gh']],
    ['one character longer than a part', `e${'\u0301'.repeat(5)}`, 3, ['e\u0301\u0301', '\u0301\u0301\u0301']],
    ['white space alone', ' '.repeat(12), 5, ['     ']],
  ])('%s', (_, whole, max, parts) => {
    expect(splitText(whole, max)).toEqual(parts);
  });

  it('makes two of 65,537 characters, and one of 65,536', () => {
    expect(splitText('x'.repeat(LONGEST_TEXT), LONGEST_TEXT)).toHaveLength(1);
    expect(splitText('x'.repeat(LONGEST_TEXT + 1), LONGEST_TEXT).map(({ length }) => length)).toEqual([
      LONGEST_TEXT,
      1,
    ]);
  });

  it('loses nothing but white space, in order, and makes no part too long or empty', () => {
    fc.assert(
      fc.property(text, limit, (whole, max) => {
        const parts = splitText(whole, max);
        expect(bare(parts.join(''))).toBe(bare(whole));
        expect(parts.every((part) => part.length <= max)).toBe(true);
        expect(whole === '' || parts.every((part) => part !== '')).toBe(true);
      }),
    );
  });

  it('leaves out white space at the seams only', () => {
    fc.assert(
      fc.property(text, limit, (whole, max) => {
        let at = 0;
        for (const part of splitText(whole, max)) {
          const found = whole.indexOf(part, at);
          expect(found).toBeGreaterThanOrEqual(at);
          expect(whole.slice(at, found).trim()).toBe('');
          at = found + part.length;
        }
        expect(whole.slice(at).trim()).toBe('');
      }),
    );
  });

  it('never cuts a code point in two', () => {
    fc.assert(
      fc.property(text, limit, (whole, max) => {
        expect(splitText(whole, max).every((part) => part.isWellFormed())).toBe(true);
      }),
    );
  });

  it('cuts no character as it is seen, unless it is longer than half a part', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const charactersOf = (whole: string): string[] => [...segmenter.segment(whole)].map(({ segment }) => segment);
    fc.assert(
      fc.property(text, fc.integer({ min: 80, max: 120 }), (whole, max) => {
        const words = (pieces: readonly string[]): string[] => pieces.map((one) => one.trim()).filter(Boolean);
        expect(words(splitText(whole, max).flatMap(charactersOf))).toEqual(words(charactersOf(whole)));
      }),
    );
  });
});
