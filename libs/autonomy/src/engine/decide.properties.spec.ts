import fc from 'fast-check';

import { livedHistory } from '../../testing/lived-history.js';
import { HISTORY, MOOD } from '../../testing/told-history.js';
import { DEFAULT_AUTONOMY_SETTINGS } from './autonomy-settings.js';
import { decide } from './decide.js';
import type { GroupEvent } from './group-event.js';
import { GroupState } from './group-state.js';
import { track } from './track.js';

const RUNS = { numRuns: 60 };
const CAPS = fc.record({
  actionsPerHour: fc.integer({ min: 0, max: 6 }),
  actionsPerDay: fc.integer({ min: 0, max: 12 }),
});

describe('whatever happens in a group', () => {
  it('never acts above the caps, in no hour and on no day', () => {
    fc.assert(
      fc.property(HISTORY, MOOD, CAPS, (events, mood, caps) => {
        const acted = livedHistory(events, mood, { ...DEFAULT_AUTONOMY_SETTINGS, ...caps });
        expect(mostWithin(acted, 3_600)).toBeLessThanOrEqual(caps.actionsPerHour);
        expect(mostWithin(acted, 86_400)).toBeLessThanOrEqual(caps.actionsPerDay);
      }),
      RUNS,
    );
  });

  it('never acts in a muted group, nor in one that asked for silence', () => {
    fc.assert(
      fc.property(HISTORY, MOOD, (events, mood) => {
        expect(livedHistory(events, mood, { ...DEFAULT_AUTONOMY_SETTINGS, muted: true })).toEqual([]);
        const at = events[0]?.at ?? 0;
        const hushed: GroupEvent[] = [{ kind: 'silence', at, until: at + 10_000_000 }, ...events];
        expect(livedHistory(hushed, mood, DEFAULT_AUTONOMY_SETTINGS)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a more sociable mood never acts later, nor less', () => {
    fc.assert(
      fc.property(HISTORY, MOOD, fc.integer({ min: 0, max: 20 }), (events, mood, twentieths) => {
        const other = { ...mood, sociability: twentieths / 20 };
        const [less, more] = mood.sociability < other.sociability ? [mood, other] : [other, mood];
        const reserved = livedHistory(events, less, DEFAULT_AUTONOMY_SETTINGS);
        const sociable = livedHistory(events, more, DEFAULT_AUTONOMY_SETTINGS);
        expect(sociable.length).toBeGreaterThanOrEqual(reserved.length);
        reserved.forEach((at, place) => expect(sociable[place]).toBeLessThanOrEqual(at));
      }),
      RUNS,
    );
  });

  it('decides the same on the same state, which it leaves as it is and which survives a restart', () => {
    fc.assert(
      fc.property(HISTORY, MOOD, fc.nat(4_000), (events, mood, later) => {
        const state = GroupState.empty();
        for (const event of events) track(state, event, DEFAULT_AUTONOMY_SETTINGS);
        const now = (events.at(-1)?.at ?? 0) + later;
        const before = state.bytes();
        const decision = decide(state, mood, DEFAULT_AUTONOMY_SETTINGS, now);
        expect(state.bytes()).toEqual(before);
        expect(decide(GroupState.restored(before), mood, DEFAULT_AUTONOMY_SETTINGS, now)).toEqual(decision);
      }),
      RUNS,
    );
  });

  it('has nothing to say before the time at which it wants to look again', () => {
    fc.assert(
      fc.property(HISTORY, MOOD, fc.nat(10_000), (events, mood, later) => {
        const state = GroupState.empty();
        for (const event of events) track(state, event, DEFAULT_AUTONOMY_SETTINGS);
        const now = (events.at(-1)?.at ?? 0) + later;
        const { action, nextCheckAt } = decide(state, mood, DEFAULT_AUTONOMY_SETTINGS, now);
        if (action !== null) return;
        expect(nextCheckAt).toBeGreaterThan(now);
        for (let at = now + 1; at < nextCheckAt; at += 7)
          expect(decide(state, mood, DEFAULT_AUTONOMY_SETTINGS, at).action).toBeNull();
      }),
      RUNS,
    );
  });
});

function mostWithin(times: readonly number[], seconds: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at - from < seconds).length));
}
