import type { EntityManager } from 'typeorm';

import { AutonomyConfig, loadConfig, ServerConfig } from '#config';

import type { WordTokens } from '../observing/word-tokens.service.js';
import type { SharedPatterns } from '../patterns/shared-patterns.service.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { GroupPolicies, type GroupPolicy } from './group-policies.service.js';

const now = new Date('2026-07-01T12:00:00Z');
const transaction = {} as EntityManager;
const pattern = { hours: Array(24).fill(1 / 24) as number[], weekdays: Array(7).fill(1 / 7) as number[] };

/** A group without settings of its own, but for these. */
function policyOf(
  env: Record<string, string>,
  group: Partial<AutonomyGroupEntity> = {},
  current: SharedPatterns['current'] = () => Promise.resolve(pattern),
): Promise<GroupPolicy> {
  const sections = loadConfig({ TIME_ZONE: 'UTC', ...env });
  const policies = new GroupPolicies(
    sections.get(AutonomyConfig) as AutonomyConfig,
    sections.get(ServerConfig) as ServerConfig,
    { of: (text: string) => [text.length] } as unknown as WordTokens,
    { current } as unknown as SharedPatterns,
  );
  const none = { engine: null, actionsPerHour: null, actionsPerDay: null, answersAtOnce: null, answersPerHour: null };
  const other = { zone: null, muted: false, interests: [], sharePattern: false };
  return policies.of({ ...none, ...other, ...group } as unknown as AutonomyGroupEntity, now, transaction);
}

describe('GroupPolicies', () => {
  it.each<[string, Record<string, string>, Partial<AutonomyGroupEntity>, object]>([
    ['observes, and is off', {}, {}, { enabled: true, engine: 'off', quietHours: '23:00-08:00', zone: 'UTC' }],
    ['has the caps of all', {}, {}, { settings: { actionsPerHour: 4, actionsPerDay: 20, answersAtOnce: 10 } }],
    ['follows AUTONOMY_ENABLED', { AUTONOMY_ENABLED: 'false' }, {}, { enabled: false }],
    ['follows AUTONOMY_ENGINE', { AUTONOMY_ENGINE: 'v2' }, {}, { engine: 'v2' }],
    ['is off where it is off itself', { AUTONOMY_ENGINE: 'v2' }, { engine: 'off' }, { engine: 'off' }],
    ['follows the quiet hours', { AUTONOMY_QUIET_HOURS: '22:00-09:30' }, {}, { quietHours: '22:00-09:30' }],
    ['follows AUTONOMY_ACTIONS_PER_HOUR', { AUTONOMY_ACTIONS_PER_HOUR: '1' }, {}, { settings: { actionsPerHour: 1 } }],
    ['follows AUTONOMY_ACTIONS_PER_DAY', { AUTONOMY_ACTIONS_PER_DAY: '2' }, {}, { settings: { actionsPerDay: 2 } }],
    ['follows AUTONOMY_ANSWERS_AT_ONCE', { AUTONOMY_ANSWERS_AT_ONCE: '3' }, {}, { settings: { answersAtOnce: 3 } }],
    ['follows AUTONOMY_ANSWERS_PER_HOUR', { AUTONOMY_ANSWERS_PER_HOUR: '5' }, {}, { settings: { answersPerHour: 5 } }],
    ['may have no actions itself', {}, { actionsPerHour: 0 }, { settings: { actionsPerHour: 0 } }],
    [
      'has caps of its own',
      {},
      { actionsPerDay: 7, answersAtOnce: 8, answersPerHour: 9 },
      { settings: { actionsPerDay: 7, answersAtOnce: 8, answersPerHour: 9 } },
    ],
    [
      'lives by the clock of all',
      { TIME_ZONE: 'Asia/Tokyo' },
      {},
      { zone: 'Asia/Tokyo', settings: { utcOffset: 32_400 } },
    ],
    [
      'lives by its own clock',
      {},
      { zone: 'Europe/Madrid' },
      { zone: 'Europe/Madrid', settings: { utcOffset: 7_200 } },
    ],
    ['is muted', {}, { muted: true }, { settings: { muted: true } }],
    ['likes what the operator says', {}, { interests: ['chess', 'tea'] }, { settings: { interests: [5, 3] } }],
    ['knows nothing of other groups', {}, {}, { settings: { sharedPattern: null } }],
    ['shares, and is shared with', {}, { sharePattern: true }, { settings: { sharedPattern: pattern } }],
  ])('a group %s', async (_, env, group, expected) => {
    expect(await policyOf(env, group)).toMatchObject(expected);
  });

  it('asks for what is shared on the connection that it is asked on: no other may be free', async () => {
    const asked: unknown[] = [];
    await policyOf({}, { sharePattern: true }, (manager) => {
      asked.push(manager);
      return Promise.resolve(null);
    });
    expect(asked[0]).toBe(transaction);
  });
});
