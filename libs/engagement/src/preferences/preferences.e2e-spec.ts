import { DataSource } from 'typeorm';

import { ChatWishes } from '#companions';
import { Transactions } from '#database';
import { newId } from '#kernel';
import { DEFAULT_CHARACTER_ID, ForgettingFollowers } from '#memory';
import { MergeFollowers } from '#messaging';
import { waitFor } from '#testing';

import { EngagementStage } from '../../testing/engagement-stage.js';
import { Preferences } from './preferences.service.js';

const WAITING_SQL = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
const OPERATOR = { by: 'operator', principal: 'admin' } as const;

describe('how people want to be written to', () => {
  let stage: EngagementStage;
  let preferences: Preferences;

  beforeAll(async () => {
    stage = await EngagementStage.open();
    preferences = stage.part(Preferences);
  });
  afterAll(() => stage.close());

  async function friend() {
    const phone = stage.phone();
    return { phone, ...(await stage.friend(phone)) };
  }

  function wish(contactId: string, chatId: string, text: string, messageId = newId(), inGroup = false) {
    const asked = { characterId: DEFAULT_CHARACTER_ID, contactId, chatId, messageId, text, inGroup };
    return stage.part(ChatWishes).answer({ ...asked, saidAt: new Date() });
  }

  it('is what they say in their chat: done, confirmed in one sentence, and what was planned before ends', async () => {
    const { phone, contactId, ...ids } = await friend();
    const planned = await stage.plan({ contactId, ...ids });
    const before = (await phone.ledger()).length;
    await phone.say('write me less please');
    await waitFor(async () => (await phone.ledger()).length > before, { what: 'the confirmation' });
    await stage.app.drained();
    const said = (await phone.ledger()).slice(before).map(({ body }) => body);
    expect(said).toEqual(["Okay, I'll write first less often."]);
    expect(await preferences.of(contactId)).toMatchObject({ frequency: 'low', changedBy: 'chat' });
    expect(await stage.find(planned)).toMatchObject({ status: 'skipped', reason: 'preference-changed' });
    const [note] = await stage.rows<object>(
      'SELECT principal, action, detail FROM engagement_audit WHERE subject = $1',
      [contactId],
    );
    expect(note).toEqual({ principal: 'chat', action: 'preferences.changed', detail: { frequency: 'low' } });
    await phone.say('escríbeme menos');
    await waitFor(async () => (await phone.ledger()).length > before + 1, { what: 'the second answer' });
    expect((await phone.ledger()).at(-1)?.body).toContain('lo menos posible');
  });

  it('is done once for each message, and answered the same when it comes again', async () => {
    const { contactId, chatId } = await friend();
    await preferences.change(contactId, { frequency: 'high' }, OPERATOR);
    const messageId = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => wish(contactId, chatId, 'write me less', messageId)));
    expect(new Set(answers)).toEqual(new Set(["Okay, I'll write first less often."]));
    expect((await preferences.of(contactId)).frequency).toBe('normal');
    expect(await wish(contactId, chatId, 'write me less')).toContain('less often');
    expect((await preferences.of(contactId)).frequency).toBe('low');
  });

  it('takes hours, zones and topics, and keeps topics sealed', async () => {
    const { contactId, chatId } = await friend();
    await wish(contactId, chatId, 'not before half past ten');
    await wish(contactId, chatId, 'no me escribas después de las nueve');
    await wish(contactId, chatId, 'my time zone is Tokyo');
    await wish(contactId, chatId, "don't bring up CANARY my ex");
    await wish(contactId, chatId, "don't bring up canary my ex");
    const topicsToAvoid = ['CANARY my ex'];
    const quietHours = { from: 21 * 60, until: 10 * 60 + 30 };
    expect(await preferences.of(contactId)).toMatchObject({
      ...{ quietHours, zone: 'Asia/Tokyo', zoneBy: 'chat', topicsToAvoid, frequency: null },
    });
    expect(await stage.known({ contactId, chatId, accountId: '' })).toMatchObject({
      ...{ quiet: quietHours, zones: ['Asia/Tokyo'], zonesFrom: 'chat' },
    });
    const kept = await stage.rows<{ text: string }>(
      `SELECT encode(topic, 'escape') AS text FROM engagement_avoided WHERE contact_id = $1
       UNION ALL SELECT detail::text FROM engagement_audit WHERE subject = $1::text`,
      [contactId],
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(JSON.stringify(kept)).not.toContain('CANARY');
  });

  it('ends writing first and lets it begin again', async () => {
    const { contactId, chatId } = await friend();
    expect(await wish(contactId, chatId, 'Schreib mir nicht zuerst')).toContain('Antworten');
    expect((await preferences.of(contactId)).frequency).toBe('off');
    expect(await wish(contactId, chatId, 'write me less')).toContain("won't write first");
    await stage.rows('UPDATE engagement_people SET unanswered = 4 WHERE contact_id = $1', [contactId]);
    await wish(contactId, chatId, 'you can write to me again');
    expect((await preferences.of(contactId)).frequency).toBe('normal');
    expect(await stage.known({ contactId, chatId, accountId: '' })).toMatchObject({ unanswered: 0 });
  });

  it('is left alone by a change that changes nothing: what was planned and approved stays', async () => {
    const { phone, contactId, ...ids } = await friend();
    const planned = await stage.plan({ contactId, ...ids });
    const path = `/api/engagements/contacts/${phone.number}/preferences`;
    expect((await stage.app.request(path, { method: 'PUT', body: '{}' })).status).toBe(200);
    expect(await stage.find(planned)).toMatchObject({ status: 'planned' });
    expect(await preferences.of(contactId)).toMatchObject({ changedBy: null, changedAt: null });
  });

  it('is not said in a group, and is talk when it is none', async () => {
    const { contactId, chatId } = await friend();
    expect(await wish(contactId, chatId, 'write me less', newId(), true)).toBe('Tell me that in private, please.');
    expect(await wish(contactId, chatId, 'write me a poem')).toBeNull();
    expect(await preferences.of(contactId)).toMatchObject({ frequency: null, changedBy: null });
  });

  it('is obeyed in silence where nobody answers: paused, and after a STOP that is confirmed once', async () => {
    const { phone, contactId, chatId } = await friend();
    const bodies = async () => (await phone.ledger()).map(({ body }) => body);
    const before = (await bodies()).length;
    await phone.say('STOP');
    await waitFor(async () => (await bodies()).length > before, { what: 'the confirmation of the STOP' });
    await stage.app.drained();
    const after = await bodies();
    expect(after).toHaveLength(before + 1);
    await phone.say('stop');
    await phone.say("don't text me first");
    await waitFor(async () => (await preferences.of(contactId)).frequency === 'off', { what: 'the wish' });
    await stage.app.drained();
    expect(await bodies()).toEqual(after);
    expect(await stage.known({ contactId, chatId, accountId: '' })).toMatchObject({ chat: { optedOut: true } });

    const other = await friend();
    const path = `/api/conversations/chats/${other.phone.number}`;
    await stage.app.request(path, { method: 'PATCH', body: '{"reply_mode":"paused"}' });
    const heard = (await other.phone.ledger()).length;
    await other.phone.say('not before ten');
    await waitFor(async () => (await preferences.of(other.contactId)).quietHours !== null, { what: 'the hours' });
    await stage.app.drained();
    expect(await other.phone.ledger()).toHaveLength(heard);
  });

  describe('when two contacts are one person', () => {
    it('keeps what both allow, all that was sent, and one plan', async () => {
      const [from, into] = [await friend(), await friend()];
      await preferences.change(from.contactId, { frequency: 'low', topicsToAvoid: ['work'] }, OPERATOR);
      await preferences.change(into.contactId, { frequency: 'high', quietHours: { from: 1200, until: 600 } }, OPERATOR);
      const older = await stage.plan(into);
      const newer = await stage.plan(from);
      const handed = await stage.plan(from);
      await stage.rows(`UPDATE engagements SET status = 'approved', handed_at = now() WHERE id = $1`, [handed]);
      await stage.part(Transactions).run(async (manager) => {
        await stage.part(MergeFollowers).contacts(manager, { from: from.contactId, into: into.contactId });
        await stage.part(MergeFollowers).chats(manager, { from: from.chatId, into: into.chatId });
      });
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

    it('is theirs, whoever they were when they said it', async () => {
      const [from, into] = [await friend(), await friend()];
      const merge = 'UPDATE contacts SET merged_into = $2 WHERE id = $1';
      const transactions = stage.part(Transactions);
      const asked = await transactions.run(async (manager) => {
        await manager.query(merge, [from.contactId, into.contactId]);
        const wished = wish(from.contactId, from.chatId, "don't text me first");
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
    const owner = (contactId: string) => ({ contactId, characterId: DEFAULT_CHARACTER_ID });

    it('ends what was planned on its ground, and nothing else', async () => {
      const { contactId, ...ids } = await friend();
      const about = await stage.plan({ contactId, ...ids }, { memoryIds: [newId()] });
      const plain = await stage.plan({ contactId, ...ids });
      const { manager } = stage.part(DataSource);
      await followers().sources(manager, owner(contactId), []);
      expect(await stage.find(about)).toMatchObject({ status: 'skipped', reason: 'forgotten', text: null });
      expect(await stage.find(plain)).toMatchObject({ status: 'planned' });
      await stage.rows(`UPDATE engagements SET memory_ids = ARRAY[gen_random_uuid()] WHERE id = $1`, [plain]);
      await followers().unsaid(manager, { chatId: ids.chatId });
      expect(await stage.find(plain)).toMatchObject({ status: 'skipped', reason: 'forgotten' });
    });

    it('forgets hours, plans and occasions with everything, and keeps what they wish', async () => {
      const { contactId, ...ids } = await friend();
      await preferences.change(contactId, { frequency: 'low', topicsToAvoid: ['work'] }, OPERATOR);
      const planned = await stage.plan({ contactId, ...ids });
      const sent = await stage.plan({ contactId, ...ids }, { moment: `${newId()} 2026-05-05`, memoryIds: [newId()] });
      await stage.rows(`UPDATE engagements SET status = 'approved', handed_at = now() WHERE id = $1`, [sent]);
      const hours = `'{${Array.from({ length: 24 }, () => 1).join(',')}}'`;
      await stage.rows(`UPDATE engagement_people SET hours = ${hours} WHERE contact_id = $1`, [contactId]);
      await followers().everything(stage.part(DataSource).manager, owner(contactId));
      expect(await stage.find(planned)).toMatchObject({ status: 'skipped', reason: 'forgotten' });
      expect(await stage.find(sent)).toMatchObject({ status: 'approved', moment: null, memoryIds: [] });
      const [row] = await stage.rows<object>('SELECT hours, frequency FROM engagement_people WHERE contact_id = $1', [
        contactId,
      ]);
      expect(row).toEqual({ hours: null, frequency: 'low' });
      expect((await preferences.of(contactId)).topicsToAvoid).toEqual(['work']);
    });
  });
});
