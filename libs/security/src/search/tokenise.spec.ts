import fc from 'fast-check';

import { tokenise } from './tokenise.js';
import { wordForms } from './word-forms.js';

const formsOf = wordForms(['english', 'spanish']);
const formsIn = (text: string) => tokenise(text, formsOf, 100).map(({ forms }) => forms.join('|'));
const SEPARATORS = /^[^\p{L}\p{N}]+$/u;

describe('tokenise', () => {
  it.each([
    ['stems and the word itself', 'Habitación CANCIONES', ['habitacion|habit', 'canciones|cancion']],
    ['English clitics', "Don't run, John’s", ['dont', 'run', 'johns|john']],
    ['elisions', "l'amour", ['l', 'amour']],
    ['compatibility forms and case', 'ﬁne Straße İZMİR', ['fine|fin', 'strasse|strass', 'izmir']],
    ['the words of a URL', 'https://foo.bar/x-y', ['https', 'foo', 'bar', 'x', 'y']],
    ['a phone number, with and without its country', '+34 600 000 001!', ['34600000001|600000001']],
    ['a phone number in one piece', '34600000001', ['34600000001|600000001']],
    ['years, which are no phone number', '2020 2021 2022 2023', ['2020', '2021', '2022', '2023']],
    ['numbers', '3 x 4', ['3', 'x', '4']],
    ['words without spaces', '東京に住む', ['東京', 'に', '住む']],
    ['invisible characters', 'he\u200bl\u00adlo', ['hello|hell']],
    ['Arabic without its vowel points', 'مَرْحَبًا', ['مرحبا']],
    ['Hindi with its vowel signs', 'की', ['की']],
    ['emoji', '👍🏽 👨‍👩‍👧 1️⃣ 🇪🇸', ['1']],
    ['nothing', ' \n…!?', []],
  ])('finds %s', (_, text, forms) => {
    expect(formsIn(text)).toEqual(forms);
  });

  it('keeps the parts of a number in parts', () => {
    expect(tokenise('600 000 001', formsOf, 9)).toEqual([
      { position: 1, forms: ['600000001'], parts: ['600', '000', '001'] },
    ]);
  });

  it('counts positions from 1, and stops at the limit', () => {
    expect(tokenise('a b c d', formsOf, 3).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('cuts what is longer than any word', () => {
    expect(formsIn('q'.repeat(10_000))).toEqual(['q'.repeat(64)]);
  });

  it('splits spaced scripts into words as Unicode does, but for what it joins by punctuation', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    const unit = fc.constantFrom(...'aZñé1 9,.;:-_/!¿?\n\tжЯωαא€🙂');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        fc.pre(!/\d[ ().\-/]{1,2}\d/.test(text));
        const words = [...segmenter.segment(text)].flatMap(({ segment }) => segment.split(/[^\p{L}\p{N}]/u));
        expect(tokenise(text, (word) => [word], 100).flatMap(({ forms }) => forms)).toEqual(
          words.filter((word) => word !== '' && !SEPARATORS.test(word)).map((word) => word.toLowerCase()),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads any text the same way however it is composed or cased', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aÉñü zß1') }), (text) => {
        expect(formsIn(text.normalize('NFD'))).toEqual(formsIn(text.normalize('NFC')));
        expect(formsIn(text.replaceAll('ß', '').toUpperCase())).toEqual(formsIn(text.replaceAll('ß', '')));
      }),
    );
  });

  it('stays fast on hostile text', () => {
    const started = performance.now();
    for (const text of ['1 '.repeat(50_000), "a'".repeat(50_000), '1-'.repeat(50_000), 'a\u0301'.repeat(50_000)]) {
      tokenise(text, formsOf, 2_000);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('names the languages it knows when one is unknown', () => {
    expect(() => wordForms(['klingon'])).toThrow(/klingon.*english/);
  });
});
