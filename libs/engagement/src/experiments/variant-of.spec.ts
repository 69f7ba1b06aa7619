import { newId } from '#kernel';

import { variantOf } from './variant-of.js';

const variants = [
  { key: 'a', weight: 1, value: 'usual', control: true },
  { key: 'b', weight: 3, value: 'evening' },
];

describe('variantOf', () => {
  const people = Array.from({ length: 4000 }, newId);
  const shareOf = (id: string): number =>
    people.filter((one) => variantOf({ id, variants }, one) === 'b').length / 4000;

  it('is always the same for a person', () => {
    for (const one of people.slice(0, 50))
      expect(variantOf({ id: 'x', variants }, one)).toBe(variantOf({ id: 'x', variants }, one));
  });

  it('goes by the weights', () => {
    expect(shareOf('x')).toBeGreaterThan(0.71);
    expect(shareOf('x')).toBeLessThan(0.79);
  });

  it('is independent of other experiments', () => {
    const both = people.filter((one) => [1, 2].every((id) => variantOf({ id: `x${id}`, variants }, one) === 'b'));
    expect(both.length / 4000).toBeGreaterThan(0.52);
    expect(both.length / 4000).toBeLessThan(0.61);
  });

  it('keeps whoever was in a variant there when the experiment is told again', () => {
    expect(variantOf({ id: '0197', variants }, 'somebody')).toBe(
      variantOf({ id: '0197', variants: [...variants] }, 'somebody'),
    );
  });
});
