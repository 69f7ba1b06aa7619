import { parseStat, treeOf, type ProcessEntry } from './process-table.js';

describe('parseStat', () => {
  const rest = '0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 123456 1000 200';

  it.each([
    ['a plain name', `42 (chromium) S 7 42 42 ${rest}`],
    ['a name with brackets and blanks', `42 (a) R 1 (b) S 7 42 42 ${rest}`],
  ])('reads %s', (_, stat) => {
    expect(parseStat(stat)).toEqual({ pid: 42, parent: 7, group: 42, startedAt: '123456' });
  });

  it.each([
    ['a dead one that its parent has not noticed', `42 (chromium) Z 7 42 42 ${rest}`],
    ['one that is gone', ''],
    ['a cut line', '42 (chromium) S 7'],
  ])('counts %s as gone', (_, stat) => {
    expect(parseStat(stat)).toBeUndefined();
  });
});

describe('treeOf', () => {
  const entry = (pid: number, parent: number, group: number): ProcessEntry => ({ pid, parent, group, startedAt: '1' });

  it('holds descendants and the group, and nobody else', () => {
    const table = [
      entry(1, 0, 1),
      entry(12, 11, 10),
      entry(11, 10, 10),
      entry(10, 1, 10),
      entry(13, 1, 10),
      entry(20, 1, 20),
    ];
    expect(treeOf(10, table).map(({ pid }) => pid)).toEqual([12, 11, 10, 13]);
  });
});
