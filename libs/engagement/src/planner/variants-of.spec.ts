import { variantsOf } from './variants-of.js';

describe('variantsOf', () => {
  const all = (value: string): Parameters<typeof variantsOf>[0] => [
    { id: 'x', dimension: 'timing', variants: [{ key: 'a', weight: 1, value, control: true }] },
  ];

  it('names the variant, and what it sets', () => {
    expect(variantsOf(all('evening'), 'somebody')).toEqual({ values: { timing: 'evening' }, experiment: { x: 'a' } });
  });

  it('the usual sets nothing, and is written down all the same', () => {
    expect(variantsOf(all('usual'), 'somebody')).toEqual({ values: {}, experiment: { x: 'a' } });
  });

  it('is nothing while none runs', () => {
    expect(variantsOf([], 'somebody')).toEqual({ values: {}, experiment: null });
  });
});
