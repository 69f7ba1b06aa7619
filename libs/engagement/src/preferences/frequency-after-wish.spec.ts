import type { Frequency } from '../planning/frequency.js';
import { frequencyAfterWish } from './frequency-after-wish.js';

describe('frequencyAfterWish', () => {
  it.each<[Frequency | null, 'less' | 'more' | 'off' | 'on', Frequency]>([
    [null, 'less', 'low'],
    ['high', 'less', 'normal'],
    ['normal', 'less', 'low'],
    ['low', 'less', 'low'],
    ['off', 'less', 'off'],
    [null, 'more', 'high'],
    ['off', 'more', 'low'],
    ['low', 'more', 'normal'],
    ['high', 'more', 'high'],
    [null, 'off', 'off'],
    ['high', 'off', 'off'],
    ['off', 'on', 'normal'],
    ['low', 'on', 'low'],
    [null, 'on', 'normal'],
  ])('%s, %s: %s', (before, wish, after) => {
    expect(frequencyAfterWish(before, wish)).toBe(after);
  });
});
