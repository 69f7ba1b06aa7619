import { newPolicy } from '../../testing/new-policy.js';
import { strategyOf } from './strategy-of.js';

describe('strategyOf', () => {
  it.each([
    ['the defaults', {}, ['conservative', 'high', 'frequent', 'high']],
    ['more than three a day', { maxPerDay: 4 }, ['aggressive', 'high', 'frequent', 'high']],
    ['few memories', { maxMemories: 2 }, ['conservative', 'moderate', 'frequent', 'high']],
    ['a long interval', { minIntervalHours: 4 }, ['conservative', 'high', 'spaced', 'high']],
    ['support that comes late', { emotionalSupportAfterHours: 7 }, ['conservative', 'high', 'frequent', 'moderate']],
  ])('%s', (_, changes, words) => {
    const { frequency, personalization, timing, empathy, because } = strategyOf(newPolicy(changes));
    expect([frequency, personalization, timing, empathy]).toEqual(words);
    expect(because.map(({ code }) => code)).toEqual(['frequency', 'personalization', 'timing', 'empathy']);
  });
});
