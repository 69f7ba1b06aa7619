import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';
import { GroupState } from '../engine/group-state.js';
import type { GroupView } from '../groups/group-view.js';
import { MOODS } from '../moods/moods.js';
import type { ListedDecision } from '../settings/decision-list.service.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { toDecisionDto } from './decision.dto.js';
import { toGroupDto } from './group.dto.js';
import { reportOn } from './group-report.js';

const now = new Date('2026-03-02T12:00:00Z');
const CHAT = '00000000-0000-7000-8000-000000000001';
const stored = {
  ...{ chatId: CHAT, engine: null, actionsPerHour: 3, actionsPerDay: null, answersAtOnce: null, answersPerHour: null },
  ...{ zone: null, moodProfiles: { shy: { energy: 0.3 } } },
} as Partial<AutonomyGroupEntity> as AutonomyGroupEntity;

const view: GroupView = {
  ...{ chatId: CHAT, accountId: CHAT, externalId: '1@g.us', title: 'Lunch', engine: 'off', ownEngine: null },
  ...{ muted: false, settings: { ...DEFAULT_AUTONOMY_SETTINGS, actionsPerHour: 3 }, zone: 'UTC' },
  ...{ interests: ['chess'], bots: [], sharePattern: false, mood: { ...MOODS.shy, energy: 0.3 } },
  ...{ moodUntil: now, moodFrozen: false, state: GroupState.empty(), nextCheckAt: now, quietUntil: null },
  obstacle: 'off',
};

const place = { seed: 1, hasContent: false, quietHours: '23:00-08:00' };
const report = reportOn(view, place, now.getTime() / 1_000);
const capabilities = { presence: false, reactions: true };

describe('toGroupDto', () => {
  it('shows a group of which nothing is known: what never was is null', () => {
    const dto = toGroupDto({ view, stored, report, defaultEngine: 'off', capabilities });
    expect(dto).toMatchObject({
      ...{ id: CHAT, external_id: '1@g.us', engine: 'off', default_engine: 'off', obstacle: 'off', peak_hours: null },
      mood: {
        name: 'shy',
        energy: 0.3,
        sociability: 0.2,
        until: '2026-03-02T12:00:00.000Z',
        frozen: false,
        edited: true,
      },
      settings: { engine: 'off', actions_per_hour: 3, zone: 'UTC', interests: ['chess'] },
      own_settings: ['actions_per_hour'],
      signals: { quiet_seconds: null, seconds_since_own: null, seconds_since_addressed: null, messages_in_hour: 0 },
      thresholds: { join_messages: 40, join_pause_seconds: 5_400 },
      decision: { action: null, next_check_at: '2026-03-02T12:10:00.000Z' },
      ...{ capabilities, state_bytes: 662 },
    });
    expect(JSON.stringify(dto)).not.toContain('1073741823');
  });

  it('shows a group that nobody has looked at', () => {
    const dto = toGroupDto({
      view: { ...view, mood: MOODS.neutral },
      stored: null,
      report,
      defaultEngine: 'v2',
      capabilities,
    });
    expect(dto).toMatchObject({ own_settings: [], mood: { name: 'neutral', edited: false }, default_engine: 'v2' });
  });
});

describe('toDecisionDto', () => {
  const { decision, signals } = report;
  const row: ListedDecision = {
    ...{ id: CHAT, chatId: CHAT, at: now, trigger: 'tick', engine: 'v2', mood: 'shy', member: null, obstacle: null },
    ...{ action: decision.action, score: 0.30000001192092896, reasons: decision.reasons, signals },
    ...{ status: 'none', reason: null, outboxState: null, outboxReason: null },
  };

  it('says in words what it rests on, and no time that never was', () => {
    const dto = toDecisionDto(row);
    expect(dto).toMatchObject({ score: 0.3, outbox: null, signals: { quiet_seconds: null } });
    expect(dto.explained.join('\n')).toContain('break_silence waits: ');
    expect(JSON.stringify(dto)).not.toContain('1073741823');
  });

  it('shows what became of its words', () => {
    const handed = { ...row, status: 'handed', outboxState: 'dropped', outboxReason: 'silence-asked' } as const;
    expect(toDecisionDto(handed).outbox).toEqual({ state: 'dropped', reason: 'silence-asked' });
  });
});
