import { coverageAfter, hasSeenEnough } from './sync-bounds.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 5, 12, minutes));
const NOTHING = { from: null, to: null };

describe('hasSeenEnough', () => {
  it.each([
    ['a full run before the end', { kind: 'full', scanned: 5_000, reached: at(0) }, NOTHING, false],
    [
      'a recent run of few messages',
      { kind: 'recent', scanned: 49, reached: at(-60) },
      { from: at(-90), to: at(0) },
      false,
    ],
    [
      'one that reached what is covered',
      { kind: 'recent', scanned: 50, reached: at(-11) },
      { from: at(-90), to: at(0) },
      true,
    ],
    [
      'one that is not there yet',
      { kind: 'recent', scanned: 500, reached: at(1) },
      { from: at(-90), to: at(0) },
      false,
    ],
    ['one within the overlap', { kind: 'recent', scanned: 500, reached: at(-9) }, { from: at(-90), to: at(0) }, false],
    ['the first one', { kind: 'recent', scanned: 50, reached: at(0) }, NOTHING, true],
  ] as const)('%s: %#', (_, reach, covered, enough) => {
    expect(hasSeenEnough({ ...reach, atEnd: false }, covered)).toBe(enough);
    expect(hasSeenEnough({ ...reach, atEnd: true }, covered)).toBe(true);
  });
});

describe('coverageAfter', () => {
  const reach = { kind: 'recent', scanned: 50, atEnd: false } as const;

  it.each([
    ['the first run', at(-5), NOTHING, false, at(-5)],
    ['an empty chat', null, NOTHING, true, at(0)],
    ['one that joins', at(-5), { from: at(-90), to: at(-4) }, false, at(-90)],
    ['one that leaves a gap', at(-5), { from: at(-90), to: at(-6) }, false, at(-5)],
    ['one to the end, which leaves none', at(-5), { from: at(-90), to: at(-6) }, true, at(-90)],
    ['one that goes further back', at(-95), { from: at(-90), to: at(-6) }, false, at(-95)],
  ])('%s', (_, reached, before, atEnd, from) => {
    expect(coverageAfter(at(0), { ...reach, reached, atEnd }, before)).toEqual({ from, to: at(0) });
  });

  it.each([
    ['nothing is missing after what is archived', null, true, at(-30)],
    ['also when something came after it', at(-5), true, at(-30)],
    ['but not before the run has come so far', at(-5), false, at(-5)],
  ])('%s', (_, reached, atEnd, from) => {
    const closedTo = at(-30);
    expect(coverageAfter(at(0), { ...reach, reached, atEnd, closedTo }, NOTHING)).toEqual({ from, to: at(0) });
  });
});
