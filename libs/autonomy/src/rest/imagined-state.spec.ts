import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';
import { GroupState } from '../engine/group-state.js';
import { NEVER, signalsOf, type Signals } from '../engine/signals.js';
import { imaginedState, type ImaginedEvent } from './imagined-state.js';

const AT = 1_772_452_800;

function signalsAfter(events: readonly ImaginedEvent[]): Signals {
  const state = imaginedState(GroupState.empty(), events, DEFAULT_AUTONOMY_SETTINGS, { at: AT, silenceSeconds: 3_600 });
  return signalsOf(state, DEFAULT_AUTONOMY_SETTINGS, AT);
}

describe('imaginedState', () => {
  it.each<[string, readonly ImaginedEvent[], Partial<Signals>]>([
    ['messages of two', [message(90, 1), message(30, 2)], { messagesInFiveMinutes: 2, speakers: 2, quiet: 30 }],
    ['messages in any order', [message(30, 2), message(90, 1)], { messagesInFiveMinutes: 2, quiet: 30 }],
    ['messages of nobody in particular', [message(60), message(30)], { speakers: 1 }],
    ['a question to us', [{ ...message(50), toUs: true }], { sinceAddressed: 50 }],
    ['an exchange of others', [{ ...message(40, 1), toMember: 2 }], { sinceDirected: 40, sinceAddressed: NEVER }],
    [
      'somebody who came in',
      [{ kind: 'join', secondsAgo: 20, member: 7 }],
      { sinceActivity: 20, activityIsJoin: true },
    ],
    ['a game', [{ kind: 'activity', secondsAgo: 20 }], { sinceActivity: 20, activityIsJoin: false }],
    ['an answer of ours', [message(70), { kind: 'own', secondsAgo: 60 }], { sinceOwn: 60, ignored: 0 }],
    ['an action', [{ kind: 'own', secondsAgo: 60, action: 'fomo_response' }], { sinceOwn: 60, ignored: 1 }],
  ])('takes in %s', (_, events, signals) => {
    expect(signalsAfter(events)).toMatchObject(signals);
  });

  it('leaves the state of the group alone', () => {
    const state = GroupState.empty();
    const before = state.bytes();
    imaginedState(state, [message(1)], DEFAULT_AUTONOMY_SETTINGS, { at: AT, silenceSeconds: 3_600 });
    expect(state.bytes()).toEqual(before);
  });
});

function message(secondsAgo: number, member?: number): ImaginedEvent {
  return { kind: 'message', secondsAgo, member };
}
