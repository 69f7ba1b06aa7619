import { BlindIndex, MasterKeys } from '#security';

import { WordTokens } from './word-tokens.service.js';

describe('WordTokens', () => {
  let words: WordTokens;

  beforeAll(async () => {
    const keys = await MasterKeys.open({ dataDir: '', encryptionKey: Buffer.alloc(32, 7).toString('base64') });
    words = new WordTokens(new BlindIndex(keys, ['english', 'spanish']));
  });

  it.each([
    ['cycling', 'Cycles'],
    ['fútbol', 'FUTBOL!'],
    ['the mountains', 'a mountain'],
  ])('hears in «%s» and «%s» the same', (one, other) => {
    expect(words.of(one)).toEqual(words.of(other));
    expect(words.of(one)).toHaveLength(1);
  });

  it.each(['', 'to be or not', 'what would you have', 'y cómo estás', '😀 12345', 'ok ok ok'])(
    'hears nothing in «%s»',
    (text) => {
      expect(words.of(text)).toEqual([]);
    },
  );

  it.each(['足球比赛', 'サッカー', 'футбол', 'كرة القدم', 'फुटबॉल'])('hears something in «%s»', (text) => {
    expect(words.of(text).length).toBeGreaterThan(0);
  });

  it('gives whole numbers of 32 bits, each once, and no more than 24', () => {
    const text = Array.from(
      { length: 200 },
      (_, index) => `word${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 10) % 10]}`,
    ).join(' ');
    const tokens = words.of(text);
    expect(tokens).toHaveLength(24);
    expect(new Set(tokens).size).toBe(24);
    for (const token of tokens) expect(token).toBe(token >>> 0);
  });
});
