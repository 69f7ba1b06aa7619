import { newObservedGroup, type ObservedGiven } from '../../testing/new-observed-group.js';
import type { Action } from '../engine/action.js';
import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';
import type { GroupEvent } from '../engine/group-event.js';
import { GroupState } from '../engine/group-state.js';
import { signalsOf } from '../engine/signals.js';
import { track } from '../engine/track.js';
import type { StoredDecision } from '../store/stored-decision.js';
import { handOverVerdict } from './hand-over-verdict.js';

const NOON = new Date('2026-05-06T12:00:00Z');
const T = NOON.getTime() / 1_000;

/** A decision at noon after `before`, looked at again 10 s later, when `since` has happened. */
function verdictOf(
  action: Action,
  before: readonly GroupEvent[],
  since: readonly GroupEvent[],
  given: ObservedGiven = {},
  passed = 10,
): string | null {
  const state = GroupState.empty();
  for (const event of before) track(state, event, DEFAULT_AUTONOMY_SETTINGS);
  const signals = signalsOf(state, DEFAULT_AUTONOMY_SETTINGS, T);
  for (const event of since) track(state, event, DEFAULT_AUTONOMY_SETTINGS);
  const decision: StoredDecision = {
    ...{
      id: 'a',
      chatId: 'b',
      at: NOON,
      trigger: 'message',
      engine: 'v2',
      mood: 'bubbly',
      action,
      member: null,
      score: 1,
    },
    ...{ obstacle: null, reasons: [], signals, status: 'writing', reason: null },
  };
  const now = new Date(NOON.getTime() + passed * 1_000);
  return handOverVerdict(decision, newObservedGroup(now, { ...given, state }), now);
}

const said = (at: number, more: object = {}): GroupEvent => ({ kind: 'message', member: 1, at, ...more });
const talk = [said(T - 60), said(T - 40), said(T - 5)];
const silence = [said(T - 3 * 3_600)];
const join: GroupEvent = { kind: 'join', member: 9, at: T - 30 };

describe('handOverVerdict', () => {
  it.each<[string, Action, readonly GroupEvent[], readonly GroupEvent[], string | null]>([
    ['the talk goes on', 'join_conversation', talk, [said(T + 5)], null],
    ['nobody has said anything since, but just before', 'fomo_response', talk, [], null],
    ['still silent', 'break_silence', silence, [], null],
    ['somebody broke it', 'break_silence', silence, [said(T + 1)], 'somebody-wrote'],
    ['somebody wrote', 'share_content', silence, [said(T + 1)], 'somebody-wrote'],
    ['somebody turned to us', 'join_conversation', talk, [said(T + 5, { toUs: true })], 'addressed-meanwhile'],
    ['they had before: that is known', 'join_conversation', [said(T - 90, { toUs: true }), ...talk], [], null],
    ['we answered', 'join_conversation', talk, [{ kind: 'own', action: null, at: T + 5 }], 'spoke-meanwhile'],
    ['two talk to each other', 'join_conversation', talk, [said(T + 5, { toMember: 2 })], 'exchange'],
    [
      'silence was asked for',
      'join_conversation',
      talk,
      [{ kind: 'silence', until: T + 99, at: T + 5 }],
      'silence-asked',
    ],
    ['who came in is there', 'engage_user', [...talk, join], [], null],
    ['who came in has left', 'engage_user', [...talk, join], [{ kind: 'leave', member: 9, at: T + 5 }], 'chance-gone'],
  ])('%s', (_, action, before, since, verdict) => {
    expect(verdictOf(action, before, since)).toBe(verdict);
  });

  it.each<[string, ObservedGiven, string | null]>([
    ['what is being written is this', { group: { busyUntil: new Date(NOON.getTime() + 90_000) } }, null],
    ['somebody turned to us in the very second of the decision', { addressed: true }, 'addressed-meanwhile'],
    ['the other engine was set', { engine: 'v1' }, 'engine-changed'],
    ['it was switched off', { engine: 'off' }, 'off'],
    ['muted', { settings: { muted: true } }, 'muted'],
    ['the cap was lowered', { settings: { actionsPerDay: 0 } }, 'day-cap'],
    ['STOP', { chat: { optedOutAt: NOON } }, 'opted-out'],
    ['an answer is on its way', { chat: { answering: true } }, 'answering'],
  ])('%s', (_, given, verdict) => {
    expect(verdictOf('join_conversation', talk, [], given)).toBe(verdict);
  });

  it('steps into no talk that is over', () => {
    const passed = (seconds: number) => verdictOf('join_conversation', talk, [], {}, seconds);
    expect([passed(175), passed(176)]).toEqual([null, 'talk-over']);
  });

  it('says nothing that was decided long ago, though they are still talking, or still silent', () => {
    const passed = (seconds: number) => verdictOf('join_conversation', talk, [said(T + seconds)], {}, seconds);
    expect([passed(180), passed(181)]).toEqual([null, 'too-late']);
    expect(verdictOf('break_silence', silence, [], {}, 181)).toBe('too-late');
  });

  it('lets people sleep who went to bed meanwhile', () => {
    expect(verdictOf('break_silence', silence, [], { settings: { utcOffset: 11 * 3_600 } })).toBe('quiet-hours');
  });
});
