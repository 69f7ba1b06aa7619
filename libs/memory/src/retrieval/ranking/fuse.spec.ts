import { fuse } from './fuse.js';

describe('fuse', () => {
  const self = (item: string): string => item;

  it.each([
    ['one list stays as it is', [['a', 'b', 'c']], ['a', 'b', 'c']],
    [
      'what is in both wins',
      [
        ['a', 'b'],
        ['c', 'b'],
      ],
      ['b', 'a', 'c'],
    ],
    [
      'lists take turns',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      ['a', 'c', 'b', 'd'],
    ],
    ['nothing is nothing', [[], []], []],
  ])('%s', (_, lists, expected) => {
    expect(fuse(lists, self).map(({ item }) => item)).toEqual(expected);
  });
});
