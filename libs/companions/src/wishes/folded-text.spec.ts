import fc from 'fast-check';

import { foldedText } from './folded-text.js';

describe('foldedText', () => {
  it.each([
    ['Ábrete', 'Abrete'],
    ['don’t', "don't"],
    ['１０時', '10時'],
    ['الساعة ١٠ مساءً', 'الساعة 10 مساء'],
    ['ज़्यादा १०', 'ज्यादा 10'],
    ['ещё раз', 'еще раз'],
    ['  a \n b ', 'a b'],
  ])('%s: %s', (said, folded) => {
    expect(foldedText(said).folded).toBe(folded);
  });

  it('keeps every place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { said, folded } = foldedText(text);
        expect(folded).toHaveLength(said.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
