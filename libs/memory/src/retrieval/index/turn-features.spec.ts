import fc from 'fast-check';

import { decodeFeatures, encodeFeatures } from './turn-features.js';

describe('turn features', () => {
  const token = fc.record({ key: fc.nat(0xffffffff), count: fc.integer({ min: 1, max: 255 }) });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(0xffff), fc.array(token, { maxLength: 400 }), (signs, length, tokens) => {
        expect(decodeFeatures(encodeFeatures({ signs, length, tokens }))).toEqual({ signs, length, tokens });
      }),
    );
  });

  it('are nothing when another version wrote them', () => {
    expect(decodeFeatures(Buffer.from([9, 0, 0, 0]))).toBeUndefined();
    expect(decodeFeatures(Buffer.alloc(0))).toBeUndefined();
  });
});
