import { ACTIONS } from '../engine/action.js';
import { heldByNight, nightLeft } from './held-by-night.js';

const HOURS = '23:00-08:00';
/** Of some day, in seconds. */
const at = (hour: number, minute = 0) => 20_000 * 86_400 + hour * 3_600 + minute * 60;

describe('the quiet hours', () => {
  it.each([
    [at(22, 59), HOURS, false],
    [at(23), HOURS, true],
    [at(0), HOURS, true],
    [at(7, 59), HOURS, true],
    [at(8), HOURS, false],
    [at(13), '12:00-14:00', true],
    [at(14), '12:00-14:00', false],
    [at(3), '00:00-00:00', false],
  ])('at %p with %s: %p', (local, hours, held) => {
    expect(heldByNight('v2', 'break_silence', hours, local)).toBe(held);
    expect(nightLeft(hours, local) > 0).toBe(held);
  });

  it('holds what would wake people up; the random timer does not know who is awake', () => {
    const held = (engine: 'v1' | 'v2') => ACTIONS.filter((action) => heldByNight(engine, action, HOURS, at(3)));
    expect(held('v2')).toEqual(['share_content', 'break_silence']);
    expect(held('v1')).toEqual(ACTIONS);
  });

  it.each([
    [at(23), 9 * 3_600],
    [at(7, 59), 60],
    [at(7, 59) + 30, 30],
    [at(12), 0],
  ])('ends in time: %p', (local, seconds) => {
    expect(nightLeft(HOURS, local)).toBe(seconds);
  });
});
