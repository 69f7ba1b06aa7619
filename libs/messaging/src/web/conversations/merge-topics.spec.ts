import fc from 'fast-check';

import { mergeTopics } from './merge-topics.js';

const TOPICS = fc.array(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 14 });

describe('mergeTopics', () => {
  it('puts what was talked about last at the end', () => {
    expect(mergeTopics(['tea', 'rain'], ['tea', 'cats'])).toEqual(['rain', 'tea', 'cats']);
    expect(mergeTopics(['tea'], [])).toEqual(['tea']);
  });

  it('keeps each once, at most ten, and the new ones before all others', () => {
    fc.assert(
      fc.property(TOPICS, TOPICS, (before, added) => {
        const topics = mergeTopics(before, added);
        const fresh = [...new Set(added)];
        expect(new Set(topics).size).toBe(topics.length);
        expect(topics.length).toBeLessThanOrEqual(10);
        expect(topics.slice(topics.length - Math.min(fresh.length, 10))).toEqual(fresh.slice(-10));
      }),
    );
  });
});
