import fc from 'fast-check';

import { unitVector } from './unit-vector.js';

describe('unitVector', () => {
  it('has length 1 and its old direction', () => {
    expect([...unitVector([3, 4])].map((value) => Math.round(value * 100) / 100)).toEqual([0.6, 0.8]);
    const coordinates = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(coordinates, (values) => {
        fc.pre(values.some((value) => value !== 0));
        expect(Math.hypot(...unitVector(values))).toBeCloseTo(1, 5);
      }),
    );
  });

  it.each([[[]], [[0, 0]], [[NaN, 1]], [[Infinity, 1]]])('refuses %p', (values) => {
    expect(() => unitVector(values)).toThrow(TypeError);
  });
});
