import { jest } from '@jest/globals';

import { AgentRouter } from '#agents';
import { newId } from '#kernel';
import { OutboxWriter } from '#messaging';
import { DataSource } from 'typeorm';

import { GroupPeeks } from '../groups/group-peeks.service.js';
import { GroupStage, type StagedGroup } from '../../testing/group-stage.js';
import { AutonomyAudit } from './autonomy-audit.service.js';
import { DecisionList } from './decision-list.service.js';
import type { GroupChange } from './group-change.js';
import { GroupList } from './group-list.service.js';
import { GroupSettings } from './group-settings.service.js';
import { DecisionRing } from '../store/decision-ring.service.js';
import { GroupState } from '../engine/group-state.js';
import { signalsOf } from '../engine/signals.js';
import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';

const HOUR_MS = 3_600_000;

describe('what operators change of groups', () => {
  let stage: GroupStage;

  beforeAll(async () => {
    stage = await GroupStage.open();
  });

  afterAll(async () => {
    await stage.close();
  });

  const change = (group: StagedGroup, what: GroupChange) =>
    stage.part(GroupSettings).change(group.chatId, what, 'admin');

  /** Something waits to leave in the group. */
  async function put(group: StagedGroup, idempotencyKey: string, origin: 'proactive' | 'reply'): Promise<void> {
    const { chatId } = group;
    await stage.part(DataSource).transaction(async (manager) => {
      await stage.part(OutboxWriter).put(manager, { chatId, texts: ['hello'], origin, draft: false, idempotencyKey });
    });
  }

  const waiting = async (group: StagedGroup): Promise<string[]> =>
    (
      await stage.query<{ key: string; reason: string | null }>(
        `SELECT idempotency_key AS key, state || coalesce(' ' || reason, '') AS reason FROM outbox WHERE chat_id = $1 ORDER BY position`,
        [group.chatId],
      )
    ).map(({ key, reason }) => `${key.split(':')[0]} ${reason}`);

  it.each<[string, GroupChange, string]>([
    ['is switched off', { engine: 'off' }, 'dropped autonomy-off'],
    ['follows all others, which are off', { engine: null }, 'dropped autonomy-off'],
    ['is muted', { muted: true }, 'dropped group-muted'],
    ['gets another engine', { engine: 'v1' }, 'queued'],
    ['gets another mood', { mood: 'shy' }, 'queued'],
  ])('takes back what waits to be said unasked when a group %s, and nothing else', async (_, what, becomes) => {
    const [group, other] = [await stage.group(), await stage.group()];
    await put(group, `autonomy:${newId()}`, 'proactive');
    await put(group, `engagement:${newId()}`, 'proactive');
    await put(group, `reply:${newId()}`, 'reply');
    await put(other, `autonomy:${newId()}`, 'proactive');
    await change(group, what);
    expect(await waiting(group)).toEqual([`autonomy ${becomes}`, 'engagement queued', 'reply queued']);
    expect(await waiting(other)).toEqual(['autonomy queued']);
  });

  it('writes down who changed what, for good', async () => {
    const group = await stage.group();
    await change(group, { engine: 'v1', interests: ['chess', 'lakes'], actionsPerHour: null });
    const { items } = await stage.part(AutonomyAudit).list({ limit: 1 });
    expect(items).toEqual([
      expect.objectContaining({
        ...{ principal: 'admin', action: 'group.changed', subject: group.chatId },
        detail: { engine: 'v1', interests: 2, actions_per_hour: null },
      }),
    ]);
    await expect(stage.query('UPDATE autonomy_audit SET principal = $1', ['nobody'])).rejects.toThrow('append-only');
    await expect(stage.query('DELETE FROM autonomy_audit')).rejects.toThrow('append-only');
  });

  it('looks at the group at once, and knows who changed it', async () => {
    const group = await stage.group();
    const dispatched = jest.spyOn(stage.part(AgentRouter), 'dispatch');
    stage.clock.advance(HOUR_MS);
    await change(group, { answersAtOnce: 2 });
    const [row] = await stage.query<object>(
      'SELECT next_check_at, changed_at, changed_by, answers_at_once FROM autonomy_groups WHERE chat_id = $1',
      [group.chatId],
    );
    const now = stage.clock.now();
    expect(row).toEqual({ next_check_at: now, changed_at: now, changed_by: 'admin', answers_at_once: 2 });
    expect(dispatched).toHaveBeenCalledWith('autonomy.look', { chatId: group.chatId, trigger: 'operator' });
  });

  it('lets an operator ask for silence and end it, whatever was asked before in the group', async () => {
    const group = await stage.group();
    const quiet = () => stage.query('SELECT quiet_until, quiet_at FROM chats WHERE id = $1', [group.chatId]);
    const until = new Date(stage.clock.now().getTime() + HOUR_MS);
    await change(group, { quietUntil: until });
    expect(await quiet()).toEqual([{ quiet_until: until, quiet_at: stage.clock.now() }]);
    await change(group, { quietUntil: null });
    expect(await quiet()).toEqual([{ quiet_until: null, quiet_at: stage.clock.now() }]);
  });

  it('sets the mood that is frozen to the one that it was in by then', async () => {
    const group = await stage.group({ mood: 'calm' });
    await change(group, { moodFrozen: false });
    let shown = 'calm';
    while (shown === 'calm') {
      // A mood lasts three hours at the most.
      stage.clock.advance(3 * HOUR_MS);
      shown = (await stage.part(GroupPeeks).peek(group.chatId)).mood.name;
    }
    await change(group, { moodFrozen: true });
    const rows = await stage.query(
      'SELECT mood, mood_until AS until, mood_frozen AS frozen FROM autonomy_groups WHERE chat_id = $1',
      [group.chatId],
    );
    expect(rows).toEqual([{ mood: shown, until: null, frozen: true }]);
  });

  it('refuses a chat with one person', async () => {
    const group = await stage.group();
    await stage.query(`UPDATE chats SET kind = 'direct' WHERE id = $1`, [group.chatId]);
    await stage.query('DELETE FROM autonomy_groups WHERE chat_id = $1', [group.chatId]);
    await expect(change(group, { engine: 'v2' })).rejects.toMatchObject({ code: 'autonomy.not-a-group' });
  });

  it('lists groups by engine and page by page, the one that was written in last first', async () => {
    const groups = [await stage.group({ engine: 'v1' }), await stage.group({ engine: 'v1' }), await stage.group()];
    for (const [place, { chatId }] of groups.entries()) {
      await stage.query('UPDATE chats SET last_message_at = $2 WHERE id = $1', [chatId, stage.secondsAgo(-place)]);
    }
    const list = stage.part(GroupList);
    const first = await list.page({ engine: 'v1', limit: 1 });
    const second = await list.page({ engine: 'v1', limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ chatId }) => chatId)).toEqual([
      groups[1]?.chatId,
      groups[0]?.chatId,
    ]);
    expect(second.nextCursor).toBeNull();
    await expect(list.page({ engine: 'v2', limit: 1, cursor: first.nextCursor ?? '' })).rejects.toMatchObject({
      code: 'cursor.invalid',
    });
  });

  it('lists decisions page by page, and those on which it acted with what became of their words', async () => {
    const group = await stage.group();
    const ids = [newId(), newId(), newId()];
    const signals = signalsOf(GroupState.empty(), DEFAULT_AUTONOMY_SETTINGS, 0);
    for (const [number, id] of ids.entries()) {
      const acts = number === 1;
      await stage.part(DecisionRing).add(stage.part(DataSource).manager, number, {
        ...{ id, chatId: group.chatId, at: stage.clock.now(), trigger: 'tick', engine: 'v2', mood: 'calm' },
        ...{
          action: number > 0 ? 'join_conversation' : null,
          member: number === 1 ? 4_000_000_000 : null,
          score: 0.25,
        },
        ...{ obstacle: null, reasons: [], signals, status: acts ? 'handed' : 'none', reason: null },
      });
    }
    await put(group, `autonomy:${ids[1]}`, 'proactive');
    const list = stage.part(DecisionList);
    const first = await list.page(group.chatId, { limit: 2 });
    const second = await list.page(group.chatId, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await list.page(group.chatId, { limit: 9, taken: true })).items).toEqual([
      expect.objectContaining({ id: ids[1], outboxState: 'queued', member: 4_000_000_000, signals }),
    ]);
  });
});
