import { isFitTitle } from './is-fit-title.js';

describe('isFitTitle', () => {
  it.each([
    ['Fishing at dawn', true],
    ['A sick dog, what to do', true],
    ['Hot sex with the neighbour', false],
    ['I want to kill myself', false],
    ['Go kill yourself', false],
  ])('%s: %s', (title, fit) => {
    expect(isFitTitle(title)).toBe(fit);
  });
});
