import { fillByLexicon } from './fill-by-lexicon.js';

const tags = { type: 'array', items: { type: 'string', enum: ['work', 'family', 'health', 'c++'] } };
const mood = { type: 'string', enum: ['positive', 'neutral', 'negative'] };

describe('fillByLexicon', () => {
  it.each([
    ['I have a meeting with my boss', { tags: ['work'], mood: 'neutral' }],
    ['Mi madre está enferma, qué mal', { tags: ['family', 'health'], mood: 'negative' }],
    ['I love c++', { tags: ['c++'], mood: 'positive' }],
    ['workshops are housed', { tags: [], mood: 'neutral' }],
  ])('%s', (text, value) => {
    expect(fillByLexicon({ type: 'object', properties: { tags, mood } }, text)).toEqual(value);
  });

  it('leaves a schema with any other field alone', () => {
    expect(fillByLexicon({ type: 'object', properties: { tags, note: { type: 'string' } } }, 'work')).toBeUndefined();
    expect(fillByLexicon({ type: 'object' }, 'work')).toBeUndefined();
  });
});
