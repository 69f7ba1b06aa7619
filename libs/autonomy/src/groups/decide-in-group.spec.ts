import { newObservedGroup } from '../../testing/new-observed-group.js';
import { GroupState } from '../engine/group-state.js';
import { track } from '../engine/track.js';
import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';
import { decideInGroup, obstacleIn } from './decide-in-group.js';

const SLOT = new Date('2026-05-06T12:00:00Z');
const NIGHT = new Date('2026-05-06T03:00:00Z');
const seconds = (at: Date) => at.getTime() / 1_000;
const after = (at: Date, passed: number) => new Date(at.getTime() + passed * 1_000);
/** With this one the timer draws an action at `SLOT`. */
const LUCKY = Array.from({ length: 1_000 }, (_, seed) => seed).find(
  (seed) => decideInGroup(timed(SLOT), { seed, hasContent: false }, SLOT).decision.action !== null,
)!;

function timed(nextCheckAt: Date) {
  return newObservedGroup(SLOT, { engine: 'v1', group: { nextCheckAt } });
}

/** Nobody has said anything for hours; before that one did. */
function quiet(at: Date, hours: number): GroupState {
  const state = GroupState.empty();
  const since = seconds(at) - hours * 3_600;
  track(state, { kind: 'own', action: null, at: since - 86_400 }, DEFAULT_AUTONOMY_SETTINGS);
  track(state, { kind: 'message', member: 1, at: since }, DEFAULT_AUTONOMY_SETTINGS);
  return state;
}

describe('deciding in a group', () => {
  it.each([
    ['on time', SLOT, SLOT, true],
    ['some minutes late', SLOT, after(SLOT, 299), true],
    ['too late: that slot is over', SLOT, after(SLOT, 300), false],
    ['a second time', after(SLOT, 900), after(SLOT, 10), false],
    ['a second time, in the same second', after(SLOT, 900), SLOT, false],
    ['before its slot', SLOT, after(SLOT, -1), false],
  ])('the random timer draws once for a slot: %s', (_, nextCheckAt, now, acts) => {
    const { decision } = decideInGroup(timed(nextCheckAt), { seed: LUCKY, hasContent: false }, now);
    expect(decision.action !== null).toBe(acts);
    expect(decision.nextCheckAt).toBe((Math.floor(seconds(now) / 900) + 1) * 900);
  });

  it('breaks a silence by day, and lets people sleep', () => {
    const decided = (now: Date, hours: number) =>
      decideInGroup(newObservedGroup(now, { state: quiet(now, hours) }), { seed: 1, hasContent: false }, now);
    expect(decided(SLOT, 3)).toMatchObject({ decision: { action: 'break_silence' }, obstacle: null });
    expect(decided(NIGHT, 6)).toMatchObject({ decision: { action: 'break_silence' }, obstacle: 'quiet-hours' });
  });

  it('shares only when there is something to share', () => {
    const state = quiet(SLOT, 0.9);
    const curious = { ...newObservedGroup(SLOT, { state }), mood: { ...newObservedGroup(SLOT).mood, shares: true } };
    const decided = (hasContent: boolean) => decideInGroup(curious, { seed: 1, hasContent }, SLOT).decision.action;
    expect([decided(true), decided(false)]).toEqual(['share_content', null]);
  });

  it.each([
    ['they turned to us, and nothing was said yet', 59, [], 'answering'],
    ['they have their answer', 59, [58], null],
    ['the answer was to something before', 30, [40], 'answering'],
    ['nobody answers that any more', 60, [], null],
  ])('who turns to us comes first: %s', (_, addressed, answered, obstacle) => {
    const state = GroupState.empty();
    const now = seconds(SLOT);
    for (const ago of answered.filter((each) => each > addressed)) {
      track(state, { kind: 'own', action: null, at: now - ago }, DEFAULT_AUTONOMY_SETTINGS);
    }
    track(state, { kind: 'message', member: 1, toUs: true, at: now - addressed }, DEFAULT_AUTONOMY_SETTINGS);
    for (const ago of answered.filter((each) => each <= addressed)) {
      track(state, { kind: 'own', action: null, at: now - ago }, DEFAULT_AUTONOMY_SETTINGS);
    }
    expect(obstacleIn(newObservedGroup(SLOT, { state }), { action: null }, SLOT)).toBe(obstacle);
  });

  it('says what stands in the way, whatever the engine says', () => {
    const observed = newObservedGroup(SLOT, { state: quiet(SLOT, 3), chat: { optedOutAt: SLOT } });
    const decided = decideInGroup(observed, { seed: 1, hasContent: false }, SLOT);
    expect(decided).toMatchObject({
      decision: { action: 'break_silence' },
      obstacle: 'opted-out',
      signals: { quiet: 10_800 },
    });
  });
});
