import { isToldIn } from './is-told-in.js';

const PORTRAIT = 'Ana, a nurse in Madrid with two cats. She does not eat meat. Le gusta el té.';

describe('isToldIn', () => {
  it.each<[string, boolean]>([
    ['Ana is a nurse in Madrid.', true],
    ['She does not eat meat', true],
    ['Le gusta el té', true],
    ['Ana has three cats', false],
    ['Ana has no cats', false],
    ['She eats meat', false],
    ['Ana does not eat meat', false],
    ['Loves Madrid', false],
    ['the', false],
    ['', false],
  ])('%j: %s', (fact, told) => {
    expect(isToldIn(PORTRAIT, fact)).toBe(told);
    expect(isToldIn(null, fact)).toBe(false);
  });
});
