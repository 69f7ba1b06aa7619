import { MOODS } from '../moods/moods.js';
import { rotatedMood } from './rotated-mood.js';

const NOON = new Date('2026-05-06T12:00:00Z');
const HOUR_MS = 3_600_000;
const later = (ms: number) => new Date(NOON.getTime() + ms);
const calm = { mood: 'calm', moodUntil: NOON, moodFrozen: false };

describe('rotatedMood', () => {
  it('stays until its time is over, then turns into another for one to three hours', () => {
    const before = later(-1);
    expect(rotatedMood(calm, 0, 7, before)).toEqual(calm);
    const next = rotatedMood(calm, 0, 7, NOON);
    expect(Object.keys(MOODS)).toContain(next.mood);
    expect(next.mood).not.toBe('calm');
    expect(next.moodUntil!.getTime()).toBeGreaterThanOrEqual(NOON.getTime() + HOUR_MS);
    expect(next.moodUntil!.getTime()).toBeLessThanOrEqual(NOON.getTime() + 3 * HOUR_MS);
  });

  it('comes out alike however often it is looked at', () => {
    let often = calm as ReturnType<typeof rotatedMood>;
    for (let minute = 0; minute <= 24 * 60; minute += 10) often = rotatedMood(often, 3_600, 7, later(minute * 60_000));
    expect(often).toEqual(rotatedMood(calm, 3_600, 7, later(24 * HOUR_MS)));
  });

  it('differs between groups', () => {
    const moods = Array.from({ length: 50 }, (_, seed) => rotatedMood(calm, 0, seed, NOON).mood);
    expect(new Set(moods).size).toBeGreaterThan(3);
  });

  it('stays while it is frozen, and has an hour when it is not any more', () => {
    const frozen = { mood: 'shy', moodUntil: null, moodFrozen: true };
    expect(rotatedMood(frozen, 0, 7, later(99 * HOUR_MS))).toEqual(frozen);
    expect(rotatedMood({ ...frozen, moodFrozen: false }, 0, 7, NOON)).toEqual({
      ...{ mood: 'shy', moodUntil: later(HOUR_MS), moodFrozen: false },
    });
  });

  it.each([
    ['after a year without a look', later(365 * 24 * HOUR_MS)],
    ['at a time before the last one', later(-HOUR_MS)],
  ])('ends in the future, also %s', (_, now) => {
    expect(rotatedMood(calm, 0, 7, now).moodUntil!.getTime()).toBeGreaterThan(now.getTime());
  });

  it('takes a mood that there is none of for the neutral one', () => {
    expect(Object.keys(MOODS)).toContain(rotatedMood({ ...calm, mood: 'hungry' }, 0, 7, NOON).mood);
  });
});
