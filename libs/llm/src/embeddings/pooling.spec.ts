import { pooled } from './pooling.js';

const TWO_TOKENS = Float32Array.from([1, 2, 3, 6]);

describe('pooled', () => {
  it.each([
    ['the mean of the tokens', [1, 2, 2], 'mean' as const, [2, 4]],
    ['the first token', [1, 2, 2], 'first' as const, [1, 2]],
    ['what is one vector already', [1, 4], 'mean' as const, [1, 2, 3, 6]],
  ])('takes %s', (_, dims, pooling, expected) => {
    expect([...pooled(TWO_TOKENS, dims, pooling)]).toEqual(expected);
  });

  it.each([[[4]], [[1, 1, 2, 2]], [[1, 0]]])('refuses an output of shape %p', (dims) => {
    expect(() => pooled(TWO_TOKENS, dims, 'mean')).toThrow(
      expect.objectContaining({ code: 'llm.no-embedding-model' }) as Error,
    );
  });
});
