import { emojiSentiment } from './emoji-sentiment.js';

describe('emojiSentiment', () => {
  it.each([
    ['👍', 'glad'],
    ['👍🏽', 'glad'],
    ['❤', 'glad'],
    ['❤️', 'glad'],
    ['❤️‍🔥', 'glad'],
    ['what a day 😡', 'cross'],
    ['😭😭', 'cross'],
    ['I hate this 😍', 'glad'],
    ['🎉🎉🎉😭', 'glad'],
    ['👩‍❤️‍👨', 'any'],
  ])('finds the tone of %s: %s', (text, tone) => {
    const felt = emojiSentiment(text);
    if (tone === 'any') return expect(felt ?? 0).toBeGreaterThanOrEqual(-1);
    expect(Math.sign(felt ?? 0)).toBe(tone === 'glad' ? 1 : -1);
    expect(Math.abs(felt ?? 0)).toBeLessThanOrEqual(1);
  });

  it.each(['', 'I love this', 'I hate this', '🤔', '1 2 3 #', '©', '🇪🇸'])('hears no tone in «%s»', (text) => {
    expect(emojiSentiment(text)).toBeUndefined();
  });

  it('takes a wall of hearts for one and the same', () => {
    expect(emojiSentiment('❤️'.repeat(5_000))).toBe(emojiSentiment('❤️'));
  });
});
