import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { armFailpoint, newId } from '#kernel';
import { createTestDatabase, type TestDatabase } from '#testing';

import { GroupStage, type StagedGroup } from '../../testing/group-stage.js';
import { GroupVoice } from '../content/group-voice.service.js';
import { DEFAULT_AUTONOMY_SETTINGS } from '../engine/autonomy-settings.js';
import { GroupState } from '../engine/group-state.js';
import { signalsOf } from '../engine/signals.js';
import { FIELD } from '../engine/state-layout.js';
import { AutonomyEvents } from '../events/autonomy-events.service.js';
import { GroupPeeks } from '../groups/group-peeks.service.js';
import { MOODS } from '../moods/moods.js';
import { SharedPatterns } from '../patterns/shared-patterns.service.js';
import { DueGroups } from './due-groups.service.js';
import { GroupActs } from './group-acts.service.js';
import { GroupLook } from './group-look.service.js';
import { GroupLooks } from './group-looks.service.js';
import { HandOver } from './hand-over.service.js';
import { LostActs } from './lost-acts.service.js';

const HOUR_MS = 3_600_000;
const ROUNDS = 15;
const ZERO = '00000000-0000-0000-0000-000000000000';
const signal = new AbortController().signal;

/** A process that ends at that step, once. */
function diesAt(name: 'autonomy.decided' | 'autonomy.handed'): void {
  armFailpoint(name, () => {
    armFailpoint('none', () => undefined);
    throw new Error(name);
  });
}

describe('looking and acting', () => {
  let database: TestDatabase;
  let stage: GroupStage;

  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await GroupStage.open({ database });
    stage.part(GroupVoice).write = () =>
      Promise.resolve({ kind: 'say', text: 'Count me in!', source: 'line', characterId: newId(), itemId: null });
  });
  afterAll(async () => {
    armFailpoint('none', () => undefined);
    await stage.close();
    await database.drop();
  });

  const look = ({ chatId }: StagedGroup) => stage.part(GroupLooks).look(chatId, 'message');
  const act = (decisionId: string) => stage.part(GroupActs).act(decisionId, signal);

  const decisions = ({ chatId }: StagedGroup) =>
    stage.query<{ id: string; action: string; status: string; reason: string | null }>(
      'SELECT id, action, status, reason FROM autonomy_decisions WHERE chat_id = $1 ORDER BY number',
      [chatId],
    );
  const outbox = ({ chatId }: StagedGroup) =>
    stage.query<{ key: string; origin: string }>(
      'SELECT idempotency_key AS key, origin FROM outbox WHERE chat_id = $1',
      [chatId],
    );
  const change = ({ chatId }: StagedGroup, set: string) =>
    stage.query(`UPDATE autonomy_groups SET ${set} WHERE chat_id = $1`, [chatId]);
  const changeChat = ({ chatId }: StagedGroup, set: string) =>
    stage.query(`UPDATE chats SET ${set} WHERE id = $1`, [chatId, new Date(stage.clock.now().getTime() + HOUR_MS)]);
  /** As the operator does who asks for silence: the chat is locked, then the group. */
  const changeBoth = ({ chatId }: StagedGroup) =>
    stage.part(DataSource).transaction(async (manager) => {
      await manager.query('UPDATE chats SET quiet_until = NULL WHERE id = $1', [chatId]);
      await manager.query('UPDATE autonomy_groups SET changed_at = now() WHERE chat_id = $1', [chatId]);
    });
  async function stateOf({ chatId }: StagedGroup): Promise<GroupState> {
    const [row] = await stage.query<{ state: Buffer }>('SELECT state FROM autonomy_groups WHERE chat_id = $1', [
      chatId,
    ]);
    return GroupState.restored(row!.state);
  }
  /** A group whose talk it has just decided to join. */
  async function decided(): Promise<StagedGroup & { readonly decisionId: string }> {
    const group = await stage.group();
    await stage.talk(group);
    const { decision, acts } = await look(group);
    expect([decision?.action, acts]).toEqual(['join_conversation', true]);
    return { ...group, decisionId: decision!.id };
  }

  it('takes each message in once and decides once, however many look at the same time', async () => {
    const group = await stage.group();
    await stage.talk(group);
    const looks = await Promise.all(Array.from({ length: 20 }, () => look(group)));
    expect(looks.filter(({ acts }) => acts)).toHaveLength(1);
    const state = await stateOf(group);
    expect([state.read(FIELD.humanMessages), state.read(FIELD.sinceOwn)]).toEqual([18, 18]);
    expect((await decisions(group)).filter(({ status }) => status === 'writing')).toHaveLength(1);
  });

  it('holds one connection and waits for no other: where many look, none may be free', async () => {
    const group = await stage.group();
    await change(group, 'share_pattern = true');
    const asked = jest.spyOn(stage.part(SharedPatterns), 'current');
    await look(group);
    expect(asked.mock.calls.map(([manager]) => manager?.queryRunner !== undefined)).toEqual([true]);
    asked.mockRestore();
  });

  it('hands a decision over once', async () => {
    const group = await decided();
    const [acted, dropped] = (['acted', 'dropped'] as const).map((what) =>
      jest.spyOn(stage.part(AutonomyEvents), what),
    );
    await Promise.all([act(group.decisionId), act(group.decisionId)]);
    await act(group.decisionId);
    expect([acted?.mock.calls.length, dropped?.mock.calls.length]).toEqual([1, 0]);
    expect(await outbox(group)).toEqual([{ key: `autonomy:${group.decisionId}`, origin: 'proactive' }]);
    expect(await decisions(group)).toEqual([expect.objectContaining({ status: 'handed', reason: null })]);
    const signals = signalsOf(await stateOf(group), DEFAULT_AUTONOMY_SETTINGS, stage.clock.now().getTime() / 1_000);
    expect(signals).toMatchObject({ sinceOwn: 0, messagesSinceOwn: 0, ignored: 1 });
  });

  it.each<[string, string, (group: StagedGroup) => Promise<unknown>]>([
    ['silence', 'silence-asked', (group) => changeChat(group, 'quiet_until = $2')],
    ['STOP', 'opted-out', (group) => changeChat(group, 'opted_out_at = $2')],
    ['the owner wrote by hand', 'taken-over', (group) => changeChat(group, 'taken_over_until = $2')],
    ['the chat is paused', 'paused', (group) => changeChat(group, `reply_mode = 'paused', archived_at = $2`)],
    ['not allowed any more', 'not-allowed', (group) => changeChat(group, 'allowed = false, archived_at = $2')],
    ['switched off', 'off', (group) => change(group, `engine = 'off'`)],
    ['the other engine', 'engine-changed', (group) => change(group, `engine = 'v1'`)],
    ['muted', 'muted', (group) => change(group, 'muted = true')],
    ['a cap of none', 'hour-cap', (group) => change(group, 'actions_per_hour = 0')],
    [
      'two talk to each other',
      'exchange',
      async (group) => stage.say(group, 0, { quotedId: await stage.say(group, 1) }),
    ],
    ['somebody turned to us', 'addressed-meanwhile', (group) => stage.say(group, 0, { addressed: true })],
    ['we answered', 'spoke-meanwhile', (group) => stage.say(group, 0, { author: 'assistant' })],
    [
      'we are answering',
      'answering',
      (group) =>
        stage.query(`INSERT INTO turns (id, chat_id, agent, state) VALUES ($1, $2, 'companion', 'pending')`, [
          ...[newId(), group.chatId],
        ]),
    ],
  ])('says nothing when between decision and hand-over: %s', async (_, reason, happens) => {
    const group = await decided();
    await happens(group);
    await act(group.decisionId);
    expect(await outbox(group)).toEqual([]);
    expect(await decisions(group)).toEqual([expect.objectContaining({ status: 'dropped', reason })]);
  });

  it('says nothing into a talk that ended while the words were looked for', async () => {
    const group = await decided();
    const before = stage.clock.now();
    stage.clock.advance(200_000);
    await act(group.decisionId);
    stage.clock.set(before);
    expect(await decisions(group)).toEqual([expect.objectContaining({ status: 'dropped', reason: 'talk-over' })]);
  });

  it('keeps its caps, however many would act at once', async () => {
    const group = await stage.group();
    await stage.talk(group);
    await change(group, 'actions_per_hour = 1');
    for (let each = 0; each < 20; each += 1) {
      await look(group);
      await change(group, 'busy_until = NULL');
    }
    const ids = (await decisions(group)).map(({ id }) => id);
    expect(ids).toHaveLength(20);
    await Promise.all(ids.map(act));
    expect(await outbox(group)).toHaveLength(1);
    expect((await stateOf(group)).read(FIELD.actionCount)).toBe(1);
  });

  it('does not ask for words again at each message when there were none', async () => {
    const group = await decided();
    const { write } = stage.part(GroupVoice);
    stage.part(GroupVoice).write = () => Promise.resolve({ kind: 'nothing', reason: 'danger' });
    await act(group.decisionId);
    stage.part(GroupVoice).write = write;
    expect(await decisions(group)).toEqual([expect.objectContaining({ status: 'dropped', reason: 'danger' })]);
    await stage.say(group, 0);
    expect((await look(group)).decision).toMatchObject({
      action: 'join_conversation',
      obstacle: 'busy',
      status: 'none',
    });
  });

  it('ends what was lost on the way, and is as it was after a restart', async () => {
    const group = await decided();
    const before = stage.clock.now();
    stage.clock.advance(180_000);
    await stage.part(LostActs).end(stage.clock.now());
    stage.clock.set(before);
    expect(await decisions(group)).toEqual([expect.objectContaining({ status: 'failed', reason: 'lost' })]);
    await act(group.decisionId);
    expect(await outbox(group)).toEqual([]);
    const state = await stateOf(group);
    const restarted = await GroupStage.open({ database });
    const view = await restarted.part(GroupPeeks).peek(group.chatId);
    await restarted.close();
    expect(Buffer.from(view.state.bytes())).toEqual(Buffer.from(state.bytes()));
    expect(view).toMatchObject({
      engine: 'v2',
      moodFrozen: true,
      moodUntil: null,
      mood: MOODS.bubbly,
      obstacle: 'busy',
    });
    expect(state.bytes()).toHaveLength(GroupState.BYTES);
  });

  it('says once what was decided, though it dies before anybody was told, and before it knows that it was said', async () => {
    const group = await stage.group();
    await stage.talk(group);
    diesAt('autonomy.decided');
    await expect(look(group)).rejects.toThrow('autonomy.decided');
    // The task is tried again, and does not decide a second time.
    expect((await look(group)).acts).toBe(false);
    const [{ id } = { id: '' }] = await decisions(group);
    diesAt('autonomy.handed');
    await expect(act(id)).rejects.toThrow('autonomy.handed');
    await act(id);
    await stage.part(LostActs).end(new Date(stage.clock.now().getTime() + 180_000));
    expect((await decisions(group)).filter(({ status }) => status !== 'none')).toEqual([
      expect.objectContaining({ id, status: 'handed' }),
    ]);
    expect((await stateOf(group)).read(FIELD.actionCount)).toBe(1);
  });

  it('looks at a group when its time has come, and when somebody comes in', async () => {
    await stage.query('UPDATE autonomy_groups SET next_check_at = $1', [
      new Date(stage.clock.now().getTime() + HOUR_MS),
    ]);
    const [due, joined, later] = [await stage.group(), await stage.group(), await stage.group()];
    await change(due, `next_check_at = events_at - interval '1 minute'`);
    for (const group of [joined, later]) await change(group, `next_check_at = events_at + interval '1 minute'`);
    for (const [group, seconds] of [
      [joined, 30],
      [later, -30],
    ] as const) {
      await change(group, `events_at = events_at - interval '1 minute'`);
      await stage.query(
        'INSERT INTO chat_members (chat_id, contact_id, present, changed_at) VALUES ($1, $2, true, $3)',
        [group.chatId, group.members[0], stage.secondsAgo(seconds)],
      );
    }
    const called = jest.spyOn(stage.part(AgentRouter), 'dispatchMany').mockResolvedValue();
    await stage.part(DueGroups).call();
    const chats = called.mock.calls.flatMap(([, entries]) => entries.map(({ payload }) => payload));
    called.mockRestore();
    expect(new Set(chats)).toEqual(new Set([due, joined].map(({ chatId }) => ({ chatId, trigger: 'tick' }))));
  });

  it('keeps nothing of what is said, of who says it, or of its own words', async () => {
    const group = await decided();
    await stage.say(group, 0, { text: 'quokkas love marzipan, @34611222333' });
    await stage.query(`UPDATE contacts SET name = 'Xaverius' WHERE id = ANY($1::uuid[])`, [group.members]);
    await act(group.decisionId);
    await look(group);
    const rows = await stage.query<{ row: string }>(
      `SELECT autonomy_groups::text AS row FROM autonomy_groups UNION ALL SELECT autonomy_decisions::text FROM autonomy_decisions`,
    );
    const kept = rows.map(({ row }) => row).join('\n');
    expect(kept).toContain(group.chatId);
    expect(kept).not.toMatch(/quokka|marzipan|place number|34611222333|Xaverius|Lunch|Count me in/iu);
    for (const member of group.members) expect(kept).not.toContain(member);
  });

  it('loses no action and meets no other in a deadlock: looks, hand-overs and changes of the chat go side by side', async () => {
    const group = await stage.group();
    await stage.talk(group);
    // Whoever is the victim of a deadlock is tried again from its beginning.
    const looks = jest.spyOn(stage.part(GroupLook), 'take');
    const gifts = jest.spyOn(stage.part(HandOver), 'give');
    for (let round = 0; round < ROUNDS; round += 1) {
      const { decision } = await look(group);
      await Promise.all([act(decision!.id), look(group), changeBoth(group), look(group), act(decision!.id)]);
      expect((await stateOf(group)).read(FIELD.actionCount)).toBe(1);
      await stage.query(`UPDATE outbox SET state = 'sent' WHERE chat_id = $1`, [group.chatId]);
      await change(
        group,
        `state = NULL, busy_until = NULL, seen_at = created_at - interval '1 hour', seen_id = '${ZERO}'`,
      );
    }
    expect(looks).toHaveBeenCalledTimes(3 * ROUNDS);
    expect(await outbox(group)).toHaveLength(ROUNDS);
    expect(gifts.mock.calls.length).toBeLessThanOrEqual(2 * ROUNDS);
  });
});
