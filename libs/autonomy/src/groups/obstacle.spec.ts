import { obstacleOf, type Obstacle, type ObstacleFacts } from './obstacle.js';

const NOON = new Date('2026-05-06T12:00:00Z');
const LATER = new Date(NOON.getTime() + 1);

const FREE: ObstacleFacts = {
  ...{ enabled: true, engine: 'v2', optedOutAt: null, allowed: true, replyMode: 'auto', takenOverUntil: null },
  ...{ archivedAt: null, accountReady: true, answering: false, busyUntil: null, wakesPeople: false },
};

/** In the order of their rank. */
const TABLE: readonly (readonly [Obstacle, Partial<ObstacleFacts>])[] = [
  ['disabled', { enabled: false }],
  ['off', { engine: 'off' }],
  ['opted-out', { optedOutAt: NOON }],
  ['not-allowed', { allowed: false }],
  ['paused', { replyMode: 'paused' }],
  ['draft-mode', { replyMode: 'draft' }],
  ['taken-over', { takenOverUntil: LATER }],
  ['archived', { archivedAt: NOON }],
  ['account-down', { accountReady: false }],
  ['answering', { answering: true }],
  ['busy', { busyUntil: LATER }],
  ['quiet-hours', { wakesPeople: true }],
];

describe('obstacleOf', () => {
  it.each(TABLE)('%s', (obstacle, facts) => {
    expect(obstacleOf({ ...FREE, ...facts }, NOON)).toBe(obstacle);
  });

  it('names the first of several', () => {
    for (let first = 0; first < TABLE.length; first += 1) {
      // The later ones first: where two are of the same setting, the earlier one holds.
      const facts = TABLE.slice(first).reduceRight<ObstacleFacts>((all, [, each]) => ({ ...all, ...each }), FREE);
      expect(obstacleOf(facts, NOON)).toBe(TABLE[first]![0]);
    }
  });

  it.each([
    ['nothing stands in the way', {}],
    ['the random timer is an engine, too', { engine: 'v1' }],
    ['the owner has been silent for long enough', { takenOverUntil: NOON }],
    ['the words that were looked for have had their time', { busyUntil: NOON }],
  ] as const)('none: %s', (_, facts) => {
    expect(obstacleOf({ ...FREE, ...facts }, NOON)).toBeNull();
  });
});
