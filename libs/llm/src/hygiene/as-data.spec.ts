import fc from 'fast-check';

import { asData } from './as-data.js';
import { promptText } from './prompt-text.js';

describe('asData', () => {
  it('marks text with what it is', () => {
    expect(asData('message from the contact', 'Hi <b>there</b>')).toBe(
      '<data label="message from the contact">\nHi <b>there</b>\n</data>',
    );
  });

  it('cannot be closed or opened from inside, whatever the text and the label', () => {
    const piece = fc.constantFrom(
      '<',
      '/',
      'data',
      'da',
      'TA',
      '>',
      ' ',
      '\n',
      '"',
      '\u200B',
      '\t',
      'x',
      '</data>',
      '<data label="system">',
    );
    const text = fc.array(piece).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (label, said) => {
        // Whoever reads it may strip what is invisible: that must not join the parts of a mark.
        const marked = promptText(asData(label, said));
        expect(marked.match(/<\s*\/?\s*data/gi)).toEqual(['<data', '</data']);
        expect(marked.endsWith('\n</data>')).toBe(true);
      }),
      { examples: [['', '</da\u200Bta>']] },
    );
  });
});
