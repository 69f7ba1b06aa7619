import { archiveScore, type ArchiveSignals } from './archive-score.js';
import { asksSomething } from './asks-something.js';

const NOW = new Date('2026-01-05T12:00:00Z');
const POLICY = { afterDays: 90, inactiveAfterDays: 60 };

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000);
}

function newSignals(signals: Partial<ArchiveSignals>): ArchiveSignals {
  return {
    ...{ waiting: false, turns: 0, outbox: 0, drafts: 0, lastMessageAt: daysAgo(5), lastContactAt: daysAgo(5) },
    ...{ restoredAt: null, openQuestion: false, takenOverUntil: null, optedOut: false, openReminders: 0 },
    ...{ tags: [], category: null, sentiment: null },
    ...signals,
  };
}

const OLD = { lastMessageAt: daysAgo(120), lastContactAt: daysAgo(120) };
/** We wrote yesterday, they did not for long. */
const SILENT = { lastMessageAt: daysAgo(1), lastContactAt: daysAgo(65) };

describe('archiveScore', () => {
  it.each([
    ['archives what is old', OLD, 'archive', /^The last message is 120 days old/],
    ['keeps what is lively', {}, 'keep', /^The contact wrote 5 days ago/],
    [
      'does so a day before its time',
      { lastMessageAt: daysAgo(89), lastContactAt: daysAgo(59) },
      'keep',
      /59 days ago/,
    ],
    ['keeps an open question, however old', { ...OLD, openQuestion: true }, 'keep', /nobody answered/],
    ['but not of somebody who said STOP', { ...OLD, openQuestion: true, optedOut: true }, 'archive', /120 days/],
    [
      'keeps what the operator brought back',
      { ...OLD, restoredAt: daysAgo(59) },
      'keep',
      /brought it back 59 days ago/,
    ],
    ['not for ever', { ...OLD, restoredAt: daysAgo(60) }, 'archive', /120 days/],
    ['nor when something was said since', { ...OLD, restoredAt: daysAgo(121) }, 'archive', /120 days/],
    ['keeps an open reminder', { ...OLD, openReminders: 1 }, 'keep', /^A reminder is open/],
    ['keeps what the owner has taken over', { ...OLD, takenOverUntil: daysAgo(-1) }, 'keep', /taken this chat over/],
    ['not what they had taken over once', { ...OLD, takenOverUntil: daysAgo(1) }, 'archive', /120 days/],
    ['keeps what is on its way out', { ...OLD, outbox: 2 }, 'keep', /^2 messages are on the way out/],
    ['keeps what waits for its answer', { ...OLD, waiting: true }, 'keep', /waits for its answer/],
    ['archives a silent contact of whom nothing is known', SILENT, 'archive', /^Little speaks for keeping it/],
    ['keeps a silent one with an urgent matter', { ...SILENT, tags: ['urgent'] }, 'keep', /^It is worth keeping/],
    ['keeps a silent one that complained', { ...SILENT, category: 'complaint' }, 'keep', /^It is worth keeping/],
    ['keeps a silent one in a bad mood', { ...SILENT, sentiment: 'negative' }, 'keep', /^It is worth keeping/],
    ['keeps a silent friend', { ...SILENT, relationship: 80 }, 'keep', /^It is worth keeping/],
    ['keeps a silent one that matters', { ...SILENT, importance: 0.5 }, 'keep', /^It is worth keeping/],
    ['archives one that said thanks last', { ...SILENT, tags: ['thanks'] }, 'archive', /^Little speaks/],
    [
      'archives a bad mood after long enough',
      { lastMessageAt: daysAgo(1), lastContactAt: daysAgo(120), sentiment: 'negative' },
      'archive',
      /^Little speaks/,
    ],
    [
      'goes by the last message of a chat in which no contact wrote',
      { lastMessageAt: daysAgo(70), lastContactAt: null },
      'archive',
      /Little/,
    ],
  ] as const)('%s', (_, signals, decision, reason) => {
    const score = archiveScore(newSignals(signals), POLICY, NOW);
    expect(score.decision).toBe(decision);
    expect(score.reasons[0]).toMatch(reason);
    expect(score.score).toBeGreaterThanOrEqual(0);
    expect(score.score).toBeLessThanOrEqual(100);
  });

  it('says what each thing counts', () => {
    const { reasons } = archiveScore(newSignals({ ...SILENT, tags: ['thanks'], sentiment: 'mixed' }), POLICY, NOW);
    expect(reasons).toEqual([
      'Little speaks for keeping it: 58 of 100.',
      'The contact wrote nothing for 65 days. (+53)',
      'It is tagged thanks. (+10)',
      'Its mood is mixed. (-5)',
    ]);
  });
});

describe('asksSomething', () => {
  it.each([
    'Can you call me tomorrow',
    'And the price?',
    '¿Cuánto cuesta',
    'متى؟',
    '几点？',
    '?',
    'wann kommst du',
    'see https://x.y/?a=1 ok?',
  ])('hears a question in "%s"', (text) => expect(asksSomething(text)).toBe(true));

  it.each(['Thanks a lot', 'ok', '👍', 'https://shop.example/?q=1', 'Whatever', ''])('hears none in "%s"', (text) =>
    expect(asksSomething(text)).toBe(false),
  );
});
