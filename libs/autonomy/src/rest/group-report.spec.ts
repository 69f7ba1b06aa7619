import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';
import { GroupState } from '../engine/group-state.js';
import { MOODS } from '../moods/moods.js';
import { RANDOM_TIMER } from '../v1/random-timer.js';
import { reportOn, type ReportedGroup, type ReportPlace } from './group-report.js';
import { imaginedState, type ImaginedEvent } from './imagined-state.js';

/** Noon of a Monday. */
const NOON = 1_772_452_800;
const MIDNIGHT = NOON + 12 * 3_600;

const talk = Array.from({ length: 15 }, (_, index): ImaginedEvent => {
  return { kind: 'message', secondsAgo: 20 * (15 - index) - 10, member: 1 + (index % 3) };
});
const alone: ImaginedEvent[] = [{ kind: 'message', secondsAgo: 4 * 3_600 }];
const some: ImaginedEvent[] = [{ kind: 'message', secondsAgo: 1_200 }];

function newGroup(events: readonly ImaginedEvent[], group: Partial<ReportedGroup> = {}, at = NOON): ReportedGroup {
  const settings = DEFAULT_AUTONOMY_SETTINGS;
  const state = imaginedState(GroupState.empty(), events, settings, { at, silenceSeconds: 3_600 });
  return { engine: 'v2', settings, mood: MOODS.bubbly, obstacle: null, state, ...group };
}

const place: ReportPlace = { seed: 1, hasContent: false, quietHours: '23:00-08:00' };

describe('reportOn', () => {
  it.each<[string, ReportedGroup, ReportPlace, number, object]>([
    ['joins a lively talk', newGroup(talk), place, NOON, { action: 'join_conversation', obstacle: null }],
    [
      'says what it would do while it is off, and that it is off',
      newGroup(talk, { engine: 'off', obstacle: 'off' }),
      place,
      NOON,
      { action: 'join_conversation', obstacle: 'off' },
    ],
    ['joins those who are awake at night', newGroup(talk, {}, MIDNIGHT), place, MIDNIGHT, { obstacle: null }],
    ['breaks a silence by day', newGroup(alone), place, NOON, { action: 'break_silence', obstacle: null }],
    [
      'breaks none at night',
      newGroup(alone, { settings: { ...DEFAULT_AUTONOMY_SETTINGS, utcOffset: 12 * 3_600 } }),
      place,
      NOON,
      { action: 'break_silence', obstacle: 'quiet-hours' },
    ],
    [
      'takes the night for over when the view was made at night',
      newGroup(alone, { obstacle: 'quiet-hours' }),
      place,
      NOON,
      { action: 'break_silence', obstacle: null },
    ],
    [
      'shares what there is',
      newGroup(some, { mood: MOODS.excited }),
      { ...place, hasContent: true },
      NOON,
      { action: 'share_content', obstacle: null },
    ],
    ['shares nothing where there is nothing', newGroup(some, { mood: MOODS.excited }), place, NOON, { action: null }],
    ['asks the timer between two of its slots', newGroup(talk, { engine: 'v1' }), place, NOON + 60, { action: null }],
  ])('%s', (_, group, where, at, expected) => {
    const { decision, obstacle } = reportOn(group, where, at);
    expect({ action: decision.action, obstacle }).toMatchObject(expected);
  });

  it('asks the timer of v1 as often as it fires, and no more', () => {
    const group = newGroup([], { engine: 'v1' });
    const slots = Array.from({ length: 1_000 }, (_, slot) => NOON + slot * RANDOM_TIMER.everySeconds);
    const acted = slots.filter((at) => reportOn(group, place, at).decision.action !== null);
    expect(acted.length).toBeGreaterThan(50);
    expect(acted.length).toBeLessThan(200);
  });
});
