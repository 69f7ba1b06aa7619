import fc from 'fast-check';

import { EVENT_BYTES, takeBatch } from './event-batches.js';

const textOf = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));

describe('takeBatch', () => {
  it.each([
    ['one of the largest size fills one', [EVENT_BYTES, 2], 1],
    ['two that fit exactly, with their comma', [EVENT_BYTES - 11, 10, 2], 2],
    ['one byte more is too much', [EVENT_BYTES - 10, 10], 1],
    ['one that is too large alone, so that nobody asks for it forever', [EVENT_BYTES + 1, 2], 1],
    ['all of them, when there are few', [2, 2, 2], 3],
  ])('takes %s', (_, sizes, taken) => {
    const texts = sizes.map(textOf);
    expect(JSON.parse(takeBatch(texts))).toHaveLength(taken);
    expect(texts).toHaveLength(sizes.length - taken);
  });

  it('keeps every event, in order, in notifications that Postgres takes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 2_500 })), (values) => {
        const texts = values.map((value) => JSON.stringify(value));
        const arrived: unknown[] = [];
        while (texts.length > 0) {
          const batch = takeBatch(texts);
          expect(Buffer.byteLength(batch)).toBeLessThan(8_000);
          arrived.push(...(JSON.parse(batch) as unknown[]));
        }
        expect(arrived).toEqual(values);
      }),
    );
  });
});
