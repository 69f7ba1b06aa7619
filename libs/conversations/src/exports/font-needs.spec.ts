import { FontNeeds } from './font-needs.js';

const only = (letters: string) => (letter: string) => Promise.resolve(letters.includes(letter));

describe('FontNeeds', () => {
  it.each([
    ['مرحبا', 'Arabic', 'fonts-noto-core'],
    ['你好', 'Han', 'fonts-noto-cjk'],
    ['こ', 'Hiragana', 'fonts-noto-cjk'],
    ['한', 'Hangul', 'fonts-noto-cjk'],
    ['x 😂', 'Emoji', 'fonts-noto-color-emoji'],
    ['नमस्ते', 'Devanagari', 'fonts-noto-core'],
  ])('says what %s needs', async (text, script, debianPackage) => {
    const needs = new FontNeeds();
    needs.add('hello');
    needs.add(text);
    await expect(needs.check(() => Promise.resolve(false))).rejects.toMatchObject({
      code: 'export.font-missing',
      retryable: false,
      message: expect.stringContaining(`apt-get install ${debianPackage}`) as string,
      details: { scripts: [script] },
    });
  });

  it('asks for each script once, and not for what every font has', async () => {
    const asked: string[] = [];
    const search = (letter: string) => Promise.resolve(asked.push(letter) > 0);
    const needs = new FontNeeds();
    needs.add('héllo “x”');
    await needs.check(search);
    needs.add('你');
    await needs.check(search);
    needs.add('好');
    await needs.check(search);
    expect(asked).toEqual(['你']);
  });

  it('takes an emoji font for what has all emoji, not some', async () => {
    const needs = new FontNeeds();
    needs.add('😂');
    await expect(needs.check(only('😂'))).rejects.toThrow('Emoji');
  });
});
