import { readsOtherwise, type ImportOverlap } from './reads-otherwise.js';

describe('readsOtherwise', () => {
  it.each<[string, ImportOverlap, number, boolean]>([
    ['a first import', { some: false, between: 0, known: 0 }, 1, false],
    ['the same file again', { some: true, between: 100, known: 100 }, 1, false],
    ['a longer one', { some: true, between: 100, known: 100 }, 1, false],
    ['one in which some were deleted since', { some: true, between: 100, known: 90 }, 1, false],
    ['a sample of a large one', { some: true, between: 40_000, known: 10_000 }, 4, false],
    ['another zone', { some: true, between: 100, known: 0 }, 1, true],
    ['another zone that is the same in winter', { some: true, between: 100, known: 50 }, 1, true],
    ['another order of dates, with days that are months, too', { some: true, between: 100, known: 3 }, 1, true],
    ['another order of dates, and so another time', { some: true, between: 0, known: 0 }, 1, true],
  ])('%s', (_, overlap, step, otherwise) => {
    expect(readsOtherwise(overlap, step)).toBe(otherwise);
  });
});
