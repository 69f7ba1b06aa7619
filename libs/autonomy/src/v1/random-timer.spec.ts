import { NOON, ToldGroup } from '../../testing/told-group.js';
import { decideAtRandom, RANDOM_TIMER } from './random-timer.js';

const FIRINGS = 4_000;

describe('decideAtRandom', () => {
  it('acts on about a tenth of its firings, each quarter of an hour, whatever the group does', () => {
    const acted = firings(new ToldGroup(), 1).filter((action) => action !== null);
    expect(acted.length / FIRINGS).toBeGreaterThan(0.08);
    expect(acted.length / FIRINGS).toBeLessThan(0.12);
    expect(new Set(acted).size).toBe(5);
  });

  it('draws the same for the same seed, and otherwise for another', () => {
    expect(firings(new ToldGroup(), 1)).toEqual(firings(new ToldGroup().talk(9), 1));
    expect(firings(new ToldGroup(), 1)).not.toEqual(firings(new ToldGroup(), 2));
  });

  it('does nothing between its firings, and says when the next one is', () => {
    const { state, settings } = new ToldGroup();
    const timer = { ...RANDOM_TIMER, chance: 1, seed: 1 };
    expect(decideAtRandom(state, timer, settings, NOON + 1)).toMatchObject({ action: null, nextCheckAt: NOON + 900 });
    expect(decideAtRandom(state, timer, settings, NOON).action).not.toBeNull();
  });

  it.each([
    ['a muted group', new ToldGroup().with({ muted: true })],
    ['a group that asked for silence', new ToldGroup().event({ kind: 'silence', at: NOON, until: NOON + 10 ** 9 })],
    ['a group at its cap', new ToldGroup().with({ actionsPerDay: 0 })],
  ])('does nothing in %s', (_, group) => {
    expect(firings(group, 1).every((action) => action === null)).toBe(true);
  });
});

function firings({ state, settings }: ToldGroup, seed: number): (string | null)[] {
  const timer = { ...RANDOM_TIMER, seed };
  return Array.from({ length: FIRINGS }, (_, slot) => decideAtRandom(state, timer, settings, NOON + slot * 900).action);
}
