import type { Viewer } from '#security';

import { WebStage } from '../../../testing/web-stage.js';
import { ConversationMessages } from '../sending/conversation-messages.service.js';
import { Conversations } from './conversations.service.js';

const CANARY = 'zanzibarcanary';

describe('conversations on the web', () => {
  let stage: WebStage;

  beforeAll(async () => {
    stage = await WebStage.open();
  });

  afterAll(() => stage.close());

  it('makes one of what is asked for twice, for each person', async () => {
    const [ana, bea] = [await stage.person(), await stage.person()];
    const conversations = stage.part(Conversations);
    const wish = { title: 'Trip', clientId: 'c1' };
    const made = await Promise.all(
      [ana, ana, ana, bea].map(({ contactId }) => conversations.create({ ...wish, contactId })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
    expect(made[0]).toMatchObject({
      ...{ contactId: ana.contactId, title: 'Trip', titleSource: 'custom', status: 'active', channel: 'web' },
      ...{ messageCount: 0, lastMessageAt: null, topics: [], nsfwLevel: 0 },
    });
  });

  it('lists those of a person only, the one with the latest message first, page by page', async () => {
    const ana = await stage.person();
    const made = [];
    for (let n = 0; n < 5; n++) made.push((await stage.conversation(ana)).id);
    await stage.say(ana, made[1] ?? '', 'hi');
    await stage.conversation(await stage.person());
    const conversations = stage.part(Conversations);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await conversations.list(ana, { limit: 2, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([made[1], made[4], made[3], made[2], made[0]]);
    await expect(conversations.list(ana, { limit: 2, cursor: 'forged' })).rejects.toMatchObject({
      code: 'cursor.invalid',
    });
  });

  it('is as if it did not exist for anybody else', async () => {
    const [ana, bea] = [await stage.person(), await stage.person()];
    const { id } = await stage.conversation(ana);
    const said = await stage.say(ana, id, 'mine');
    const conversations = stage.part(Conversations);
    const messages = stage.part(ConversationMessages);
    const tries: readonly [string, () => Promise<unknown>][] = [
      ['find', () => conversations.find(bea, id)],
      ['update', () => conversations.update(bea, id, { title: 'x' })],
      ['remove', () => conversations.remove(bea, id)],
      ['send', () => messages.send(bea, id, { content: 'x' })],
      ['list', () => messages.list(bea, id, { limit: 1 })],
      ['search', () => messages.search(bea, 'mine', id, { limit: 1 })],
      ['read', () => messages.read(bea, id)],
    ];
    for (const [, attempt] of tries) await expect(attempt()).rejects.toMatchObject({ code: 'conversation.not-found' });
    await expect(messages.remove(bea, said.id)).rejects.toMatchObject({ code: 'message.not-found' });
    expect(await messages.byIds(bea.contactId, [said.id])).toEqual([]);
    expect((await messages.search(bea, 'mine', undefined, { limit: 9 })).items).toEqual([]);
    expect(await conversations.list(bea, { limit: 9, contactId: ana.contactId })).toMatchObject({ items: [] });
    expect((await messages.byIds(ana.contactId, [said.id])).map(({ content }) => content)).toEqual(['mine']);
    await expect(conversations.find(ana, 'no-id')).rejects.toMatchObject({ code: 'conversation.not-found' });
  });

  it('keeps what is noted: topics grow, and a title that was given stays', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const conversations = stage.part(Conversations);
    await conversations.note(id, { title: 'Made', topics: ['tea', 'rain'], currentTopic: 'rain', mood: 'calm' });
    await conversations.note(id, { topics: ['tea', 'cats'], nsfwLevel: 2.5, intent: 'question' });
    expect(await conversations.stateOf(id)).toMatchObject({
      ...{ title: 'Made', titleSource: 'auto', topics: ['rain', 'tea', 'cats'], currentTopic: 'rain', mood: 'calm' },
      ...{ nsfwLevel: 2.5, intent: 'question' },
    });
    await conversations.update(ana, id, { title: 'Given' });
    await conversations.note(id, { title: 'Made again' });
    expect(await conversations.find(ana, id)).toMatchObject({ title: 'Given', titleSource: 'custom' });
    expect(await conversations.update(ana, id, { title: null })).toMatchObject({ title: null, titleSource: null });
    await conversations.note(id, { title: 'Made again' });
    expect(await conversations.find(ana, id)).toMatchObject({ title: 'Made again', titleSource: 'auto' });
    await conversations.note('01930000-0000-7000-8000-00000000ffff', { title: 'nobody' });
  });

  it('holds no word of a person in clear', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.say(ana, id, `my ${CANARY}`);
    await stage.part(Conversations).update(ana, id, { title: `About ${CANARY}` });
    await stage.part(Conversations).note(id, { topics: [CANARY], currentTopic: CANARY });
    await stage.put(id, { texts: [`so ${CANARY}`] });
    const tables = await stage.rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const bytes = Buffer.from(CANARY).toString('hex');
    for (const { name } of tables) {
      const where = `FROM "${name}" AS one WHERE one::text ILIKE $1 OR one::text ILIKE $2`;
      expect([name, await stage.count(where, [`%${CANARY}%`, `%${bytes}%`])]).toEqual([name, 0]);
    }
  });

  it('is active again when its person writes', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const conversations = stage.part(Conversations);
    expect(await conversations.update(ana, id, { status: 'archived' })).toMatchObject({ status: 'archived' });
    expect((await conversations.list(ana, { limit: 9, status: 'active' })).items).toEqual([]);
    await stage.say(ana, id, 'again');
    expect(await conversations.find(ana, id)).toMatchObject({ status: 'active', messageCount: 1 });
  });

  it('leaves nothing when it is deleted, and does not come back', async () => {
    const ana = await stage.person();
    const conversations = stage.part(Conversations);
    const { id } = await conversations.create({ contactId: ana.contactId, title: 'Gone', clientId: 'once' });
    await stage.say(ana, id, 'hello');
    await stage.put(id, { texts: ['one', 'two'], origin: 'reply', draft: true });
    await conversations.note(id, { topics: ['love'], mood: 'sad' });
    await conversations.remove(ana, id);
    for (const table of ['messages', 'message_traits', 'turns', 'outbox', 'archives']) {
      expect([table, await stage.count(`FROM ${table} WHERE chat_id = $1`, [id])]).toEqual([table, 0]);
    }
    expect(
      await stage.rows('SELECT status, said, mood, title_source FROM conversations WHERE chat_id = $1', [id]),
    ).toEqual([{ status: 'deleted', said: null, mood: null, title_source: null }]);
    expect(await stage.rows('SELECT event FROM person_events WHERE chat_id = $1', [id])).toEqual([
      { event: 'conversation:updated' },
    ]);
    const gone = { code: 'conversation.not-found' };
    const operator: Viewer = { kind: 'operator' };
    for (const viewer of [ana, operator]) {
      await expect(conversations.find(viewer, id)).rejects.toMatchObject(gone);
      await expect(conversations.remove(viewer, id)).rejects.toMatchObject(gone);
      await expect(stage.say(viewer, id, 'x')).rejects.toMatchObject(gone);
    }
    await conversations.note(id, { title: 'back' });
    await expect(conversations.create({ contactId: ana.contactId, clientId: 'once' })).rejects.toMatchObject(gone);
    expect((await conversations.list(ana, { limit: 9 })).items).toEqual([]);
  });
});
