import type { Reason } from '../engine/decision.js';
import type { StoredDecision } from '../store/stored-decision.js';
import { isWorthKeeping, nearestReason } from './kept-decision.js';

const NOON = new Date('2026-05-06T12:00:00Z');

const reason = (action: Reason['action'], name: Reason['name'], has: number, needs: number): Reason => {
  return { action, name, has, needs, met: false };
};

const near = reason('join_conversation', 'messages-since', 4, 5);
const far = reason('fomo_response', 'messages-since', 4, 25);
const mood = reason('break_silence', 'energy', 0.39, 0.4);

function newDecision(given: Partial<StoredDecision> = {}): StoredDecision {
  return {
    ...{ id: 'a', chatId: 'b', at: NOON, trigger: 'message', engine: 'v2', mood: 'bubbly', action: null, member: null },
    ...{ score: 0.8, obstacle: null, reasons: [far, near, mood], signals: {} as StoredDecision['signals'] },
    ...{ status: 'none', reason: null },
    ...given,
  };
}

describe('which decisions are kept', () => {
  const last = newDecision({ at: new Date(NOON.getTime() - 59_999) });

  const held = { action: 'join_conversation', obstacle: 'taken-over' } as const;

  it.each<[string, Partial<StoredDecision>, StoredDecision | null, boolean]>([
    ['the first', {}, null, true],
    ['one like the one before, within a minute', {}, last, false],
    ['one like the one before, a minute later', { at: new Date(NOON.getTime() + 1) }, last, true],
    ['one that acts', { action: 'join_conversation', status: 'writing' }, last, true],
    ['it wants to act', { action: 'join_conversation', obstacle: 'taken-over' }, last, true],
    ['the operator asked for it', { trigger: 'operator' }, last, true],
    ['something stands in the way now', { obstacle: 'taken-over' }, last, true],
    ['something else is nearest', { reasons: [far, mood] }, last, true],
    ['a gate closed', { reasons: [reason(null, 'exchange', 3, 60)] }, last, true],
    ['it still wants to act and may not', held, newDecision({ ...held, at: last.at }), false],
    ['the numbers alone differ', { reasons: [far, { ...near, has: 3 }], score: 0.6 }, last, false],
  ])('%s', (_, given, before, kept) => {
    expect(isWorthKeeping(newDecision(given), before)).toBe(kept);
  });

  it.each<[string, Reason[], Reason | null]>([
    ['the greatest share of what is needed', [far, near], near],
    [
      'too much of something counts the other way round',
      [reason('break_silence', 'few-in-hour', 5, 4), far],
      reason('break_silence', 'few-in-hour', 5, 4),
    ],
    ['a mood is not near', [mood, far], far],
    ['nothing', [], null],
  ])('nearest is %s', (_, reasons, expected) => {
    expect(nearestReason({ reasons })).toEqual(expected);
  });
});
