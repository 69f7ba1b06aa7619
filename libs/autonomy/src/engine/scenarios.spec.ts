import { ToldGroup } from '../../testing/told-group.js';
import type { MoodName } from '../moods/moods.js';
import type { Action } from './action.js';
import { explain } from './explain.js';

type Story = readonly [title: string, mood: MoodName, group: () => ToldGroup, action: Action | null, because?: string];

describe("the document's scenarios", () => {
  it('1: an active conversation, 3 messages a minute and 15 since it appeared: it joins', () => {
    const group = new ToldGroup().own().talk(15);
    expect(group.minutes(0).decide('bubbly').action).toBe('join_conversation');
    // A fresh group, where it has never said anything, is no other.
    expect(new ToldGroup().talk(15).decide('neutral').action).toBe('join_conversation');
  });

  it('2: somebody starts a game, 45 min since the last action: it engages them', () => {
    const group = new ToldGroup().talk(2).own().minutes(45);
    group.event({ kind: 'activity', at: group.now, member: 7 });
    expect(group.decide('neutral')).toMatchObject({ action: 'engage_user', member: 7 });
  });

  it('3: a dead chat, no messages for 2 hours, bubbly: it breaks the silence', () => {
    expect(new ToldGroup().talk(20).minutes(120).decide('bubbly').action).toBe('break_silence');
  });

  it('3: at night as well, as long as nothing is known of the nights of this group', () => {
    expect(
      new ToldGroup()
        .minutes(13 * 60)
        .talk(20)
        .minutes(120)
        .decide('bubbly').action,
    ).toBe('break_silence');
  });

  it('4: shy in an active chat: it waits, and joins only after 40 messages', () => {
    const group = new ToldGroup().talk(39);
    const waiting = group.decide('shy');
    expect(waiting.action).toBeNull();
    expect(explain(waiting, 'shy')).toContain(
      'fomo_response waits: 39 messages since its last appearance, 40 needed (mood shy)',
    );
    expect(group.talk(1).decide('shy').action).toBe('fomo_response');
  });
});

const STORIES: readonly Story[] = [
  ['bubbly joins after 5 messages', 'bubbly', () => spoken().minutes(4).talk(5), 'join_conversation'],
  ['but not after 4', 'bubbly', () => spoken().minutes(4).talk(4), null, 'messages-since'],
  ['nor 4 minutes after it spoke', 'bubbly', () => spoken().talk(12), null, 'pause'],
  ['an answer counts as having spoken', 'bubbly', () => new ToldGroup().own(null).talk(12), null, 'pause'],
  [
    'one person writing is no conversation',
    'bubbly',
    () => spoken().minutes(9).talk(20, 3, { member: 1 }),
    null,
    'speakers',
  ],
  ['the talk has just ended', 'bubbly', () => spoken().minutes(9).talk(20).minutes(2), null, 'alive'],
  ['slow talk has no momentum', 'neutral', () => spoken().minutes(20).talk(16, 1), null, 'momentum'],
  [
    '25 messages without it, slowly: it fears to miss something',
    'neutral',
    () => spoken().talk(25, 1),
    'fomo_response',
  ],
  ['24 are not yet 25', 'neutral', () => spoken().talk(24, 1), null, 'messages-since'],
  ['25 messages, but 14 minutes since it spoke', 'neutral', () => spoken().talk(28, 2), null, 'pause'],
  [
    'a person is addressed, the answer may be being typed',
    'bubbly',
    () => busy().message({ toMember: 2 }),
    null,
    'exchange',
  ],
  ['the answer has come, and has its time as well', 'bubbly', () => answered().minutes(0.5), null, 'exchange'],
  ['a minute later it may speak', 'bubbly', () => answered().minutes(1), 'join_conversation'],
  ['who addresses it is no exchange of others', 'bubbly', () => busy().message({ toUs: true }), 'join_conversation'],
  ['bots alone make no conversation', 'bubbly', () => spoken().minutes(9).talk(50, 3, { fromBot: true }), null],
  [
    'a bot that addresses somebody opens no exchange',
    'bubbly',
    () => busy().message({ fromBot: true, toMember: 2 }),
    'join_conversation',
  ],
  ['somebody comes into a talk', 'bubbly', () => quietly().message().event(came()), 'engage_user'],
  ['somebody comes into an empty room', 'bubbly', () => quietly().event(came()), null, 'company'],
  [
    'somebody came and left',
    'bubbly',
    () =>
      quietly()
        .message()
        .event(came())
        .event({ ...came(), kind: 'leave' }),
    null,
  ],
  ['shy greets nobody', 'shy', () => quietly().message().event(came()), null, 'sociability'],
  ['what was begun is old news', 'bubbly', () => quietly().event(began()).minutes(11), null, 'activity'],
  [
    'curious shares something where little is said',
    'curious',
    () => spoken().minutes(50).talk(3, 0.25),
    'share_content',
  ],
  ['bubbly does not', 'bubbly', () => spoken().minutes(50).talk(3, 0.25), null, 'shares'],
  ['nor curious where much is said', 'curious', () => spoken().minutes(35).talk(10, 0.4), null, 'few-in-hour'],
  ['shy leaves a silence alone for longer', 'shy', () => spoken().talk(3).minutes(200), null, 'quiet'],
  ['sleepy does not break it', 'sleepy', () => spoken().talk(3).minutes(800), null, 'energy'],
  ['a silence is broken once, until somebody writes', 'bubbly', () => broken().minutes(180), null, 'answered-since'],
  ['then again', 'bubbly', () => broken().message().minutes(150), 'break_silence'],
  ['where nobody ever wrote there is no silence', 'bubbly', () => new ToldGroup().minutes(600), null, 'answered-since'],
  ['the operator muted the group', 'bubbly', () => busy().with({ muted: true }), null, 'muted'],
  ['the group asked for silence', 'bubbly', () => hushed(), null, 'silence-asked'],
  ['which ends when it was to end', 'bubbly', () => hushed().minutes(55).talk(15), 'join_conversation'],
  ['or when the group lifts it', 'bubbly', () => lifted(), 'join_conversation'],
  ['the cap of the hour', 'bubbly', () => talkative(6), null, 'hour-cap'],
  ['below the cap of the hour', 'bubbly', () => talkative(5), 'join_conversation'],
  [
    'the cap of the day',
    'bubbly',
    () => talkative(6).with({ actionsPerHour: 32, actionsPerDay: 6 }).minutes(300).talk(20),
    null,
    'day-cap',
  ],
  ['a cap of nothing', 'bubbly', () => busy().with({ actionsPerHour: 0 }), null, 'hour-cap'],
];

describe('more stories', () => {
  it.each(STORIES.map(([title, ...story]) => [title, story] as const))('%s', (_, [mood, group, action, because]) => {
    const decision = group().decide(mood);
    expect(decision.action).toBe(action);
    if (because) expect(decision.reasons.filter(({ met }) => !met).map(({ name }) => name)).toContain(because);
  });
});

function spoken(): ToldGroup {
  return new ToldGroup().own();
}

/** It spoke an hour ago, and now the talk is such that bubbly would join. */
function busy(): ToldGroup {
  return spoken().minutes(60).talk(20);
}

function answered(): ToldGroup {
  return busy().message({ member: 1, toMember: 2 }).minutes(0.75).message({ member: 2 });
}

/** Nothing is under way, and it spoke long enough ago to greet somebody. */
function quietly(): ToldGroup {
  return new ToldGroup().talk(2).own().minutes(45);
}

function came(): { kind: 'join'; at: number; member: number } {
  return { kind: 'join', at: quietly().now, member: 9 };
}

function began(): { kind: 'activity'; at: number; member: number } {
  return { ...came(), kind: 'activity' };
}

function broken(): ToldGroup {
  return new ToldGroup().talk(20).minutes(120).own('break_silence');
}

function hushed(): ToldGroup {
  const group = busy();
  return group.event({ kind: 'silence', at: group.now, until: group.now + 3_600 });
}

function lifted(): ToldGroup {
  const group = hushed();
  return group.event({ kind: 'silence', at: group.now, until: 0 });
}

/** So many actions within the hour, each noticed, and a talk that goes on. */
function talkative(actions: number): ToldGroup {
  const group = new ToldGroup();
  for (let each = 0; each < actions; each += 1) group.own().talk(12).message({ toUs: true });
  return group.talk(18);
}
