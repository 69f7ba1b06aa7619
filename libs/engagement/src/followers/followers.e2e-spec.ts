import { jest } from '@jest/globals';
import type { EntityManager } from 'typeorm';

import { ChatWishes } from '#companions';
import { Transactions } from '#database';
import { newId } from '#kernel';
import { DEFAULT_CHARACTER_ID, ForgettingFollowers, MemoryForgetting } from '#memory';
import { MergeFollowers } from '#messaging';
import { Realtime } from '#realtime';
import { DataKeys } from '#security';
import { waitFor } from '#testing';

import { EngagementStage, type Friend } from '../../testing/engagement-stage.js';
import { Delivery } from '../delivery/delivery.service.js';
import { Preferences } from '../preferences/preferences.service.js';
import { EngagementUpkeepSchedule } from '../store/engagement-upkeep.schedule.js';

const WAITING_SQL = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
const KEPT_SQL = `
SELECT (SELECT count(*) FROM engagement_people WHERE contact_id = $1)
  + (SELECT count(*) FROM engagement_avoided WHERE contact_id = $1)
  + (SELECT count(*) FROM engagement_wishes WHERE contact_id = $1) AS kept`;
const OPERATOR = { by: 'operator', principal: 'admin' } as const;

describe('what is planned and wished, when its people change', () => {
  let stage: EngagementStage;
  let preferences: Preferences;

  beforeAll(async () => {
    stage = await EngagementStage.open();
    preferences = stage.part(Preferences);
  });
  afterAll(() => stage.close());

  const friend = () => stage.visitor();
  const owner = (contactId: string) => ({ contactId, characterId: DEFAULT_CHARACTER_ID });

  function run(work: (manager: EntityManager) => Promise<void>): Promise<void> {
    return stage.part(Transactions).run(work);
  }

  function merge(from: Friend, into: Friend): Promise<void> {
    return run(async (manager) => {
      await stage.part(MergeFollowers).contacts(manager, { from: from.contactId, into: into.contactId });
      await stage.part(MergeFollowers).chats(manager, { from: from.chatId, into: into.chatId });
    });
  }

  async function isKept(contactId: string): Promise<boolean> {
    return (await stage.row<{ kept: string }>(KEPT_SQL, [contactId])).kept !== '0';
  }

  /** Handed over; whoever carries it does not look at it in this test. */
  async function handed(of: Friend, given: Parameters<EngagementStage['plan']>[1] = {}): Promise<string> {
    const id = await stage.plan(of, given);
    expect(await stage.part(Delivery).handOver(id)).toMatchObject({ kind: 'handed-over' });
    await stage.app.drained();
    await stage.rows(
      `UPDATE outbox SET sent_at = NULL, state = 'queued', gated_at = NULL, not_before = now() + interval '1 hour' WHERE idempotency_key = $1`,
      [`engagement:${id}`],
    );
    return id;
  }

  async function isTakenBack(id: string, reason: string): Promise<void> {
    expect(
      await stage.row('SELECT state, reason FROM outbox WHERE idempotency_key = $1', [`engagement:${id}`]),
    ).toEqual({ state: 'dropped', reason });
    await stage.part(Delivery).settle();
    expect(await stage.find(id)).toMatchObject({ status: 'skipped', reason, handedAt: null, text: null });
  }

  /** What sockets are told while `work` is done. */
  async function told(work: () => Promise<unknown>): Promise<readonly unknown[]> {
    const publish = jest.spyOn(stage.part(Realtime), 'publish');
    await work();
    const events = publish.mock.calls.map(([{ event, payload }]) => [event, (payload as { id?: string }).id]);
    publish.mockRestore();
    return events;
  }

  describe('when two contacts are one person', () => {
    it('keeps what both allow, all that was sent, and one plan', async () => {
      const [from, into] = [await friend(), await friend()];
      await preferences.change(from.contactId, { frequency: 'low', topicsToAvoid: ['work'] }, OPERATOR);
      await preferences.change(into.contactId, { frequency: 'high', quietHours: { from: 1200, until: 600 } }, OPERATOR);
      const older = await stage.plan(into);
      const newer = await stage.plan(from);
      const handed = await stage.plan(from);
      await stage.rows(`UPDATE engagements SET status = 'approved', handed_at = now() WHERE id = $1`, [handed]);
      expect(await told(() => merge(from, into))).toEqual([['engagement:skipped', older]]);
      expect(await preferences.of(into.contactId)).toMatchObject({
        ...{ frequency: 'low', quietHours: { from: 1200, until: 600 }, topicsToAvoid: ['work'] },
      });
      expect(await stage.find(older)).toMatchObject({ status: 'skipped', reason: 'merged', text: null });
      const kept = { contactId: into.contactId, chatId: into.chatId };
      expect(await stage.find(newer)).toMatchObject({ ...kept, status: 'planned', text: expect.any(String) });
      expect(await stage.find(handed)).toMatchObject({ ...kept, status: 'approved' });
      expect((await stage.known(into))?.handedAt).toHaveLength(1);
      expect(await stage.rows('SELECT 1 FROM engagement_people WHERE contact_id = $1', [from.contactId])).toEqual([]);
    });

    it('keeps nothing for somebody who is erased, and sends nothing', async () => {
      const [from, into] = [await friend(), await friend()];
      const onItsWay = await handed(from);
      const wishes = { quietHours: { from: 1200, until: 600 }, topicsToAvoid: ['work'] };
      await preferences.change(from.contactId, wishes, OPERATOR);
      const waiting = await stage.plan(from);
      await stage.part(DataKeys).erase(into.contactId);
      await merge(from, into);
      expect([await isKept(from.contactId), await isKept(into.contactId)]).toEqual([false, false]);
      expect(await stage.find(waiting)).toMatchObject({ status: 'skipped', reason: 'erased', text: null });
      await isTakenBack(onItsWay, 'erased');
    });

    it('is theirs, whoever they were when they said it', async () => {
      const [from, into] = [await friend(), await friend()];
      const merge = 'UPDATE contacts SET merged_into = $2 WHERE id = $1';
      const transactions = stage.part(Transactions);
      const asked = await transactions.run(async (manager) => {
        await manager.query(merge, [from.contactId, into.contactId]);
        const ids = { characterId: DEFAULT_CHARACTER_ID, contactId: from.contactId, chatId: from.chatId };
        const said = { messageId: newId(), text: "don't text me first", inGroup: false, saidAt: new Date() };
        const wished = stage.part(ChatWishes).answer({ ...ids, ...said });
        await waitFor(async () => (await stage.rows(WAITING_SQL)).length > 0, {
          what: 'the wish to wait for the merge',
        });
        return { wished };
      });
      expect(await asked.wished).toContain("won't write first");
      expect(await preferences.of(into.contactId)).toMatchObject({ frequency: 'off', changedBy: 'chat' });
      expect(await stage.rows('SELECT 1 FROM engagement_people WHERE contact_id = $1', [from.contactId])).toEqual([]);
    });
  });

  describe('when something is forgotten', () => {
    const followers = () => stage.part(ForgettingFollowers);

    it('ends what was planned on its ground, tells of it, and nothing else', async () => {
      const { contactId, ...ids } = await friend();
      const about = await stage.plan({ contactId, ...ids }, { memoryIds: [newId()] });
      const plain = await stage.plan({ contactId, ...ids });
      const news = await told(() => run((manager) => followers().sources(manager, owner(contactId), [])));
      expect(news).toEqual([['engagement:skipped', about]]);
      expect(await stage.find(about)).toMatchObject({ status: 'skipped', reason: 'forgotten', text: null });
      expect(await stage.find(plain)).toMatchObject({ status: 'planned' });
      await stage.rows(`UPDATE engagements SET memory_ids = ARRAY[gen_random_uuid()] WHERE id = $1`, [plain]);
      await run((manager) => followers().unsaid(manager, { chatId: ids.chatId }));
      expect(await stage.find(plain)).toMatchObject({ status: 'skipped', reason: 'forgotten' });
    });

    it('takes back what is on its way', async () => {
      const person = await friend();
      const about = await handed(person, { memoryIds: [newId()] });
      await run((manager) => followers().sources(manager, owner(person.contactId), []));
      await isTakenBack(about, 'forgotten');
      const other = await friend();
      const anything = await handed(other);
      await stage.part(MemoryForgetting).forgetAll(owner(other.contactId));
      await isTakenBack(anything, 'forgotten');
    });

    it('forgets hours, plans and occasions with everything, and keeps what they wish', async () => {
      const { contactId, ...ids } = await friend();
      await preferences.change(contactId, { frequency: 'low', topicsToAvoid: ['work'] }, OPERATOR);
      const occasion = () => ({ moment: `${newId()}:2026-05-05`, memoryIds: [newId()] });
      const planned = await stage.plan({ contactId, ...ids }, occasion());
      const sent = await stage.plan({ contactId, ...ids }, occasion());
      const ended = await stage.plan({ contactId, ...ids }, occasion());
      await stage.rows(`UPDATE engagements SET status = 'approved', handed_at = now() WHERE id = $1`, [sent]);
      await stage.rows(
        `UPDATE engagements SET status = 'expired', pending_slot = NULL, queue_slot = NULL WHERE id = $1`,
        [ended],
      );
      const hours = `'{${Array.from({ length: 24 }, () => 1).join(',')}}'`;
      await stage.rows(`UPDATE engagement_people SET hours = ${hours} WHERE contact_id = $1`, [contactId]);
      await run((manager) => followers().everything(manager, owner(contactId)));
      const gone = { moment: null, memoryIds: [] };
      expect(await stage.find(planned)).toMatchObject({ status: 'skipped', reason: 'forgotten', ...gone });
      expect(await stage.find(sent)).toMatchObject({ status: 'approved', ...gone });
      expect(await stage.find(ended)).toMatchObject({ status: 'expired', ...gone });
      const [row] = await stage.rows<object>('SELECT hours, frequency FROM engagement_people WHERE contact_id = $1', [
        contactId,
      ]);
      expect(row).toEqual({ hours: null, frequency: 'low' });
      expect((await preferences.of(contactId)).topicsToAvoid).toEqual(['work']);
    });

    it('names nothing that is gone in what has ended', async () => {
      const { contactId, ...ids } = await friend();
      const memory = newId();
      const id = await stage.plan({ contactId, ...ids }, { moment: `${memory}:2026-05-05`, memoryIds: [memory] });
      await stage.rows(
        `UPDATE engagements SET status = 'expired', pending_slot = NULL, queue_slot = NULL WHERE id = $1`,
        [id],
      );
      await run((manager) => followers().sources(manager, owner(contactId), []));
      expect(await stage.find(id)).toMatchObject({ moment: null, memoryIds: [] });
    });
  });

  describe('when they are erased', () => {
    it('is gone: hours, wishes, and what was planned or on its way', async () => {
      const person = await friend();
      await preferences.change(person.contactId, { frequency: 'low', topicsToAvoid: ['work'] }, OPERATOR);
      const onItsWay = await handed(person);
      const waiting = await stage.plan(person);
      await stage.part(MemoryForgetting).removeOf(person.contactId);
      expect(await isKept(person.contactId)).toBe(false);
      expect(await stage.find(waiting)).toMatchObject({ status: 'skipped', text: null });
      await isTakenBack(onItsWay, 'erased');
    });

    it('is gone within a day where only their key was destroyed', async () => {
      const [erased, other] = [await friend(), await friend()];
      for (const { contactId } of [erased, other]) await preferences.change(contactId, { frequency: 'low' }, OPERATOR);
      await stage.part(DataKeys).erase(erased.contactId);
      await stage.part(EngagementUpkeepSchedule).prune();
      expect([await isKept(erased.contactId), await isKept(other.contactId)]).toEqual([false, true]);
    });
  });
});
