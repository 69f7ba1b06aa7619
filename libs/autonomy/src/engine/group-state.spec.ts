import fc from 'fast-check';

import { ToldGroup } from '../../testing/told-group.js';
import { HISTORY } from '../../testing/told-history.js';
import { averagePattern, learnedPattern } from './activity-pattern.js';
import { DEFAULT_AUTONOMY_SETTINGS } from './autonomy-settings.js';
import { GroupState } from './group-state.js';
import { signalsOf } from './signals.js';
import { track } from './track.js';

const DAY_MINUTES = 24 * 60;

describe('GroupState', () => {
  it('takes a kibibyte at most, whoever writes and however much', () => {
    const state = new ToldGroup();
    for (let member = 1; member <= 5_000; member += 1)
      state.minutes(1).message({ member, tokens: [member, member * 31] });
    expect(state.state.bytes()).toHaveLength(GroupState.BYTES);
    expect(GroupState.BYTES).toBeLessThanOrEqual(1_024);
  });

  it.each([
    ['too short', new Uint8Array(3)],
    ['of another layout', new Uint8Array(GroupState.BYTES).fill(9)],
  ])('begins anew on bytes that are %s', (_, bytes) => {
    expect(GroupState.restored(bytes).bytes()).toEqual(GroupState.empty().bytes());
  });

  it('counts the messages of the last hour and of five minutes as whoever keeps all of them would', () => {
    fc.assert(
      fc.property(HISTORY, fc.nat(5_000), (events, later) => {
        const state = GroupState.empty();
        for (const event of events) track(state, event, DEFAULT_AUTONOMY_SETTINGS);
        const now = (events.at(-1)?.at ?? 0) + later;
        const minutes = events
          .filter((event) => event.kind === 'message' && !event.fromBot)
          .map(({ at }) => Math.floor(now / 60) - Math.floor(at / 60));
        const signals = signalsOf(state, DEFAULT_AUTONOMY_SETTINGS, now);
        expect(signals.messagesInHour).toBe(minutes.filter((ago) => ago < 60).length);
        expect(signals.messagesInFiveMinutes).toBe(minutes.filter((ago) => ago < 5).length);
      }),
      { numRuns: 150 },
    );
  });

  it('takes what comes late as said now, and is not turned back', () => {
    const group = new ToldGroup().talk(5);
    const late = group.now - 900;
    group.message({ at: late });
    expect(signalsOf(group.state, group.settings, group.now)).toMatchObject({ quiet: 0, messagesInFiveMinutes: 6 });
  });
});

describe('what a group is used to', () => {
  /** Four days on which somebody writes from midnight until six, each minute. */
  const owls = (): ToldGroup => {
    const group = new ToldGroup();
    for (let day = 0; day < 4; day += 1)
      group
        .minutes(12 * 60)
        .talk(360, 1)
        .minutes(6 * 60);
    return group;
  };

  it('is learnt, so that its own night is left alone and its own day is not', () => {
    expect(new ToldGroup().talk(9).minutes(120).decide('bubbly').action).toBe('break_silence');
    // At noon they sleep; at two in the morning they are awake.
    expect(
      owls()
        .talk(9)
        .minutes(120)
        .decide('bubbly')
        .reasons.map(({ name }) => name),
    ).toContain('usual-hour');
    expect(
      owls()
        .minutes(12 * 60)
        .talk(9)
        .minutes(120)
        .decide('bubbly').action,
    ).toBe('break_silence');
  });

  it('is in its own time', () => {
    const group = owls().with({ utcOffset: 12 * 3_600 });
    expect(signalsOf(group.state, group.settings, group.now).usual).toBeGreaterThan(1);
  });

  it('is shared as an average of five groups at least, and believed only while nothing of its own is known', () => {
    const pattern = learnedPattern(owls().state);
    if (!pattern) throw new Error('nothing was learnt');
    expect(pattern.hours.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(averagePattern([pattern, pattern, pattern, pattern])).toBeNull();
    const sharedPattern = averagePattern([pattern, pattern, pattern, pattern, pattern]);
    expect(sharedPattern?.hours[3]).toBeCloseTo(pattern.hours[3] ?? 0);
    expect(learnedPattern(new ToldGroup().talk(50).state)).toBeNull();
    const beginner = new ToldGroup().with({ sharedPattern }).talk(9).minutes(120);
    expect(beginner.decide('bubbly').action).toBeNull();
    expect(beginner.minutes(DAY_MINUTES / 2).decide('bubbly').action).toBe('break_silence');
  });
});
