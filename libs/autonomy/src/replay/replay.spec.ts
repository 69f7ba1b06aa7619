import { TIMELINES, timeline } from '../../testing/timeline.js';
import { MOODS } from '../moods/moods.js';
import { compareEngines } from './compare-engines.js';
import { judgeReplay } from './judge-replay.js';
import { readTimeline } from './read-timeline.js';
import type { ReplayedAction } from './replay-report.js';
import { replay } from './replay.js';
import type { TimelineEvent } from './timeline-event.js';

const HEADER = 'second,event,author,characters,addressed_to,is_question';

describe('on real timelines', () => {
  it.each(TIMELINES)('%s: it is heard, interrupts nobody, and moods show', (name) => {
    const { v2, v1, shy, bubbly } = compareEngines(timeline(name), 5);
    expect(v2.actions).toBeGreaterThan(0);
    expect(v2.heard_share).toBeGreaterThanOrEqual(Math.max(0.95, v1.heard_share));
    expect(v2.interrupting_share).toBeLessThanOrEqual(v1.interrupting_share / 3);
    expect(v1.actions / v2.actions).toBeGreaterThan(0.7);
    expect(shy).toBeLessThanOrEqual(bubbly / 3);
  });

  it('comes out the same each time', () => {
    const events = timeline('2009-10-01_17');
    const again = (): ReplayedAction[] => replay(events, { mood: MOODS.curious, engine: 'v2', seed: 1 });
    expect(again()).toEqual(again());
  });
});

describe('judgeReplay', () => {
  const talk = [said(0, 1), said(500, 2, 1), said(530, 1, 2), said(600, 1, 2), said(4_000, 3)];
  const judge = (
    ...actions: readonly (readonly [number, ReplayedAction['action']])[]
  ): ReturnType<typeof judgeReplay> =>
    judgeReplay(
      talk,
      actions.map(([second, action]) => ({ second, action, reasons: [] })),
    );

  it.each([
    ['before and after somebody wrote', 200, 1],
    ['nobody wrote after', 650, 0],
    ['nobody had written before', 3_500, 0],
  ])('heard: %s', (_, second, share) => {
    expect(judge([second, 'fomo_response']).heard_share).toBe(share);
  });

  it('leaves broken silences out of what is heard', () => {
    expect(judge([200, 'fomo_response'], [3_000, 'break_silence']).heard_share).toBe(1);
  });

  it.each([
    ['between question and answer', 510, 1],
    ['at the very second of the question', 500, 1],
    ['after the answer, and the next is more than a minute away', 540, 0],
    ['before the question', 499, 0],
  ])('interruptions: %s', (_, second, interruptions) => {
    expect(judge([second, 'join_conversation']).interruptions).toBe(interruptions);
  });

  it('counts actions in a row, and in the hours in which somebody wrote', () => {
    expect(
      judge([100, 'fomo_response'], [520, 'fomo_response'], [700, 'fomo_response'], [800, 'share_content']),
    ).toMatchObject({ longest_burst: 2, messages: 5, hours: 1.111, per_active_hour: 2 });
  });
});

describe('readTimeline', () => {
  it('reads and sorts', () => {
    expect(readTimeline(`${HEADER}\n9,message,1,30,0,1\n5,join,2,0,,0\n`)).toEqual([
      { second: 5, event: 'join', author: 2, characters: 0, addressedTo: null, isQuestion: false },
      { second: 9, event: 'message', author: 1, characters: 30, addressedTo: 0, isQuestion: true },
    ]);
  });

  it.each([
    ['columns', 'second,event\n', 'Line 1'],
    ['an event', `${HEADER}\n1,shout,1,1,,0`, 'Line 2'],
    ['a number', `${HEADER}\n1,message,1,1,,0\nx,message,1,1,,0`, 'Line 3'],
    ['a missing number', `${HEADER}\n1,message`, 'Line 2'],
  ])('refuses wrong %s, with the line', (_, csv, line) => {
    expect(() => readTimeline(csv)).toThrow(`${line} of the timeline`);
  });
});

function said(second: number, author: number, addressedTo: number | null = null): TimelineEvent {
  return { second, event: 'message', author, characters: 1, addressedTo, isQuestion: false };
}
