import { rememberedTexts } from './remembered-texts.js';

describe('rememberedTexts', () => {
  it('gives what the person said, oldest first, and nothing of ours', () => {
    const text = `SAID BEFORE, and perhaps of use now:
<data label="what was said before">
- 2026-03-02, Ana: my dog is called Rex
- 2026-03-02, you: What a good name!
- 2026-01-05, Ana: I live in Porto
- 2026-02-01, in short: They spoke of work.
</data>`;
    expect(rememberedTexts([{ text, stable: false }])).toEqual(['I live in Porto', 'my dog is called Rex']);
  });

  it('gives nothing of other parts', () => {
    const text = '<data label="a name">\n- 2026-03-02, Ana: my dog is called Rex\n</data>';
    expect(rememberedTexts([{ text, stable: true }])).toEqual([]);
  });
});
