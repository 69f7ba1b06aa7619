import { NOON } from '../../testing/told-group.js';
import { thresholdsOf } from '../engine/thresholds.js';
import { MOODS, type MoodName } from './moods.js';
import { MOOD_TRANSITIONS } from './mood-transitions.js';
import { nextMood } from './next-mood.js';

const HOUR = 3_600;
const NAMES = Object.keys(MOODS) as MoodName[];

describe('moods', () => {
  it("has the document's two to the letter, and a dozen", () => {
    expect(MOODS.bubbly).toMatchObject({ energy: 0.9, sociability: 0.95, impulsiveness: 0.8 });
    expect(MOODS.shy).toMatchObject({ energy: 0.4, sociability: 0.2, impulsiveness: 0.2 });
    expect(NAMES.length).toBeGreaterThanOrEqual(12);
    expect(NAMES.filter((name) => MOODS[name].shares)).toEqual(['curious', 'excited']);
  });

  it.each([
    ['bubbly', { joinMessages: 5, joinPause: 300, fomoMessages: 25, fomoPause: 900, engagePause: 1_800 }],
    ['shy', { fomoMessages: 40, quiet: 4 * HOUR }],
    ['neutral', { joinMessages: 15, fomoMessages: 25, engagePause: 2_700 }],
  ] as const)("gives %s the document's thresholds", (name, thresholds) => {
    expect(thresholdsOf(MOODS[name])).toMatchObject(thresholds);
  });
});

describe('thresholdsOf', () => {
  it.each(['energy', 'sociability', 'impulsiveness'] as const)('asks for less or as much with more %s', (trait) => {
    for (let twentieths = 1; twentieths <= 20; twentieths += 1) {
      const less = Object.values(thresholdsOf({ ...MOODS.neutral, [trait]: (twentieths - 1) / 20 })) as number[];
      const more = Object.values(thresholdsOf({ ...MOODS.neutral, [trait]: twentieths / 20 })) as number[];
      less.forEach((needed, place) => expect(more[place]).toBeLessThanOrEqual(needed));
    }
  });
});

describe('nextMood', () => {
  it('turns every mood into another, for one to three hours, the same for the same seed', () => {
    for (const name of NAMES)
      for (let seed = 0; seed < 200; seed += 1) {
        const turn = nextMood(name, NOON, seed);
        expect(turn.mood).not.toBe(name);
        expect(turn.until - NOON).toBeGreaterThanOrEqual(HOUR);
        expect(turn.until - NOON).toBeLessThan(3 * HOUR);
        expect(nextMood(name, NOON, seed)).toEqual(turn);
      }
  });

  it('prefers what the table prefers', () => {
    const drawn = shareOf(NOON, 'irritated');
    expect((drawn.serious ?? 0) + (drawn.neutral ?? 0) + (drawn.calm ?? 0)).toBeGreaterThan(0.7);
    expect(drawn.excited ?? 0).toBeLessThan(0.05);
  });

  it('is sleepier at night, and more playful at the weekend', () => {
    expect(shareOf(NOON + 13 * HOUR, 'calm').sleepy ?? 0).toBeGreaterThan(3 * (shareOf(NOON, 'calm').sleepy ?? 0));
    const saturday = NOON + 5 * 24 * HOUR;
    expect(shareOf(saturday, 'neutral').playful ?? 0).toBeGreaterThan(shareOf(NOON, 'neutral').playful ?? 0);
  });

  it('reaches every mood from every mood', () => {
    expect(Object.keys(MOOD_TRANSITIONS)).toEqual(NAMES);
    const seen = new Set<MoodName>();
    let turn: { mood: MoodName; until: number } = { mood: 'neutral', until: NOON };
    for (let turns = 0; turns < 2_000; turns += 1) seen.add((turn = nextMood(turn.mood, turn.until, 4)).mood);
    expect(seen.size).toBe(NAMES.length);
  });
});

function shareOf(local: number, from: MoodName): Partial<Record<MoodName, number>> {
  const shares: Partial<Record<MoodName, number>> = {};
  for (let seed = 0; seed < 2_000; seed += 1) {
    const { mood } = nextMood(from, local, seed);
    shares[mood] = (shares[mood] ?? 0) + 1 / 2_000;
  }
  return shares;
}
