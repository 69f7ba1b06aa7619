import { reorder } from './reorder.js';

describe('reorder', () => {
  it.each([
    ['nothing struck', '', 'abcd'],
    ['the first', 'a', 'bacd'],
    ['two neighbours', 'ab', 'bacd'],
    ['the last has nothing to change with', 'd', 'abcd'],
    ['all', 'abcd', 'badc'],
  ])('%s', (_, struck, expected) => {
    expect(reorder([...'abcd'], (item) => struck.includes(item)).join('')).toBe(expected);
  });
});
