import fc from 'fast-check';

import { typingTimeMs } from './typing-time.js';

describe('typingTimeMs', () => {
  it.each([
    ['a word', 5, 0.5, 8_000, 800],
    ['a word, quick', 5, 0, 8_000, 640],
    ['a word, slow', 5, 1, 8_000, 960],
    ['a sentence', 60, 0.5, 8_000, 3_000],
    ['a page', 3_000, 0, 8_000, 8_000],
    ['switched off', 60, 0.5, 0, 0],
  ])('%s', (_, length, random, maxMs, expected) => {
    expect(typingTimeMs(length, random, maxMs)).toBe(expected);
  });

  it('never takes less for more, nor more than the most', () => {
    const length = fc.nat(100_000);
    fc.assert(
      fc.property(length, length, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, random) => {
        const [short, long] = one < other ? [one, other] : [other, one];
        expect(typingTimeMs(short, random, 8_000)).toBeLessThanOrEqual(typingTimeMs(long, random, 8_000));
        expect(typingTimeMs(long, random, 8_000)).toBeLessThanOrEqual(8_000);
      }),
    );
  });
});
