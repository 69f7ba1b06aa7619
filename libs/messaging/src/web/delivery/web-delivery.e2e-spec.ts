import { jest } from '@jest/globals';

import { Transactions } from '#database';
import { armFailpoint, newId } from '#kernel';
import { PersonNews } from '#realtime';
import { waitFor } from '#testing';

import { WebStage } from '../../../testing/web-stage.js';
import { OutboxWriter } from '../../outbox/outbox-writer.service.js';
import { MessageTraits } from '../../traits/message-traits.service.js';
import { Conversations } from '../conversations/conversations.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { ConversationMessages } from '../sending/conversation-messages.service.js';
import { ReadReceipts } from '../sending/read-receipts.service.js';
import { WebDelivery } from './web-delivery.service.js';
import { WebGate } from './web-gate.service.js';

const RACES = 200;
const CHARACTER = newId();
const TRAITS = { tokens: 120, generationTime: 900, model: 'test', mood: 'warm', nsfwLevel: 4 };

describe('delivery on the web', () => {
  let stage: WebStage;

  beforeAll(async () => {
    stage = await WebStage.open({ apps: 2, env: { TYPING_MAX_MS: '50' } });
  });

  afterAll(() => stage.close());

  /** Until nothing of the chat waits any more. */
  async function drained(id: string): Promise<void> {
    await waitFor(async () => (await stage.count(`FROM outbox WHERE chat_id = $1 AND state = 'queued'`, [id])) === 0, {
      what: 'the outbox to be empty',
    });
  }

  it('tells an answer in its parts, in order, with what is known of it', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.put(id, { texts: ['one', 'two', 'three'], idempotencyKey: newId(), traits: TRAITS });
    await stage.part(WebDelivery).deliver(id);
    await drained(id);
    const { items } = await stage.part(ConversationMessages).list(ana, id, { limit: 9 });
    expect(items.map(({ content }) => content)).toEqual(['three', 'two', 'one']);
    expect(items.map(({ metadata }) => metadata.tokens)).toEqual([null, null, 120]);
    expect(items[0]).toMatchObject({
      ...{ senderId: null, senderType: 'character', status: 'delivered', readAt: null },
      metadata: { model: 'test', mood: 'warm', isNSFW: true },
    });
    const events = await stage.part(PersonEvents).after(ana.contactId, '0', 9);
    expect(events.map(({ messageId }) => messageId)).toEqual(items.map((message) => message.id).reverse());
  });

  it('delivers once, whoever else is at it', async () => {
    const ana = await stage.person();
    const chats = await Promise.all(Array.from({ length: 20 }, () => stage.conversation(ana)));
    for (const { id } of chats) await stage.put(id, {});
    await Promise.all(Array.from({ length: 8 }, (_, nth) => stage.part(WebDelivery, nth % 2).deliver()));
    for (const { id } of chats) await drained(id);
    const ids = chats.map(({ id }) => id);
    expect(await stage.count('FROM messages WHERE chat_id = ANY($1)', [ids])).toBe(20);
    expect(await stage.count('FROM person_events WHERE chat_id = ANY($1)', [ids])).toBe(20);
  });

  it.each(['web.gated', 'web.delivered'] as const)(
    'a process that ends at %s leaves nothing half done',
    async (name) => {
      const ana = await stage.person();
      const { id } = await stage.conversation(ana);
      armFailpoint(name, () => {
        armFailpoint('none', () => undefined);
        throw new Error('killed');
      });
      await stage.put(id, {});
      await drained(id);
      expect(await stage.count('FROM messages WHERE chat_id = $1', [id])).toBe(1);
      expect(await stage.count('FROM person_events WHERE chat_id = $1', [id])).toBe(1);
      expect(await stage.rows('SELECT message_count FROM chats WHERE id = $1', [id])).toEqual([{ message_count: 1 }]);
    },
  );

  /** Two parts of an answer of which the second one has to wait. What their person is told of the typing. */
  async function partsOf(ana: { readonly contactId: string }): Promise<{ id: string; told: () => unknown[] }> {
    const { id } = await stage.conversation(ana);
    const traits = { ...TRAITS, characterId: CHARACTER };
    await stage.put(id, { texts: ['one', 'two'], idempotencyKey: newId(), traits, draft: true });
    const tells = [0, 1].map((nth) => jest.spyOn(stage.part(PersonNews, nth), 'tell'));
    await stage.rows(
      `UPDATE outbox SET state = 'queued', not_before = not_before + part * interval '1 hour' WHERE chat_id = $1`,
      [id],
    );
    await stage.part(WebDelivery).deliver(id);
    await waitFor(async () => (await stage.count('FROM messages WHERE chat_id = $1', [id])) === 1, {
      what: 'the first',
    });
    const told = (): unknown[] =>
      tells.flatMap((tell) => tell.mock.calls.filter(([, chatId]) => chatId === id).map(([, , , signal]) => signal));
    return { id, told };
  }
  const typed = (isTyping: boolean) => ({ isTyping, userId: CHARACTER });

  it('tells who is typing the next part, until it is there', async () => {
    const ana = await stage.person();
    const { id, told } = await partsOf(ana);
    expect(told()).toMatchObject([typed(true)]);
    await stage.rows(`UPDATE outbox SET not_before = now() - interval '1 second' WHERE chat_id = $1`, [id]);
    await drained(id);
    await waitFor(async () => Promise.resolve(told().length === 2), { what: 'the end of the typing' });
    expect(told()).toMatchObject([typed(true), typed(false)]);
  });

  it('leaves nobody with a typing that never ends', async () => {
    const ana = await stage.person();
    const { id, told } = await partsOf(ana);
    await stage.say(ana, id, 'STOP');
    await stage.rows(`UPDATE outbox SET not_before = now() - interval '1 second' WHERE chat_id = $1`, [id]);
    await waitFor(async () => Promise.resolve(told().length > 1), { what: 'the end of the typing' });
    expect(told()).toMatchObject([typed(true), typed(false)]);
  });

  it('tells many that were read in events of a bounded size', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.rows(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, ack, sent_at, stored_at)
       SELECT gen_random_uuid(), id, 'm' || n, 'assistant', subject_id, 'text', 2, now(), now() FROM chats, generate_series(1, 450) AS n
       WHERE id = $1`,
      [id],
    );
    expect(await stage.part(ConversationMessages).read(ana, id)).toMatchObject({ read: 450 });
    const events = await stage.part(PersonEvents).after(ana.contactId, '0', 99);
    const told = events.map(({ payload }) => (payload as { messageIds: string[] }).messageIds);
    expect(told.map((ids) => ids.length)).toEqual([200, 200, 50]);
    expect(new Set(told.flat()).size).toBe(450);
  });

  it(`says nothing after a STOP in ${RACES} races (promise 10)`, async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    let heard = 0;
    for (let race = 0; race < RACES; race++) {
      await stage.rows('UPDATE chats SET opted_out_at = NULL, consent_at = NULL WHERE id = $1', [id]);
      await stage.put(id, { texts: [`race ${race}`] });
      await Promise.all([stage.part(WebGate, 1).step(id, true), stage.say(ana, id, 'STOP')]);
      await drained(id);
    }
    // The answer to a STOP itself may leave.
    const rows = await stage.rows<{ author: string }>(
      `SELECT author FROM person_events JOIN messages ON messages.id = message_id
       LEFT JOIN outbox ON outbox.message_id = messages.external_id
       WHERE person_events.chat_id = $1 AND event = 'message:received' AND origin IS DISTINCT FROM 'command' ORDER BY person_events.position`,
      [id],
    );
    // Ours may stand before the STOP of its race, never between that and the next race's.
    for (const [index, { author }] of rows.entries()) {
      if (author === 'assistant') heard += 1;
      if (author === 'assistant') expect(rows[index + 1]?.author).toBe('contact');
    }
    expect(
      await stage.count(`FROM outbox WHERE chat_id = $1 AND state = 'dropped' AND origin = 'operator'`, [id]),
    ).toBe(RACES - heard);
  }, 120_000);

  it('drops what is for a conversation that was deleted', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.part(Conversations).remove(ana, id);
    await stage.put(id, {});
    await stage.part(WebDelivery).deliver(id);
    expect(await stage.rows('SELECT state, reason FROM outbox WHERE chat_id = $1', [id])).toEqual([
      { state: 'dropped', reason: 'conversation-deleted' },
    ]);
    expect(await stage.count('FROM messages WHERE chat_id = $1', [id])).toBe(0);
  });

  it('sends no attachment as if it were a text', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.part(Transactions).run((manager) =>
      stage.part(OutboxWriter).putContent(manager, {
        ...{ chatId: id, origin: 'operator', draft: false },
        content: { kind: 'media', mimeType: 'image/png', data: Buffer.from('x'), caption: 'look' },
      }),
    );
    await stage.part(WebDelivery).deliver(id);
    expect(await stage.rows('SELECT state, reason FROM outbox WHERE chat_id = $1', [id])).toEqual([
      { state: 'dropped', reason: 'text-only' },
    ]);
    expect(await stage.count('FROM messages WHERE chat_id = $1', [id])).toBe(0);
  });

  it('keeps for approval what its chat wants approved, and lets a paused chat wait', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.put(id, { origin: 'reply', idempotencyKey: newId() });
    await stage.part(WebDelivery).deliver(id);
    expect(await stage.rows('SELECT state, reason FROM outbox WHERE chat_id = $1', [id])).toEqual([
      { state: 'queued', reason: 'paused' },
    ]);
    await stage.rows(`UPDATE chats SET reply_mode = 'draft' WHERE id = $1`, [id]);
    await stage.rows(`UPDATE outbox SET not_before = now() - interval '1 second' WHERE chat_id = $1`, [id]);
    await stage.part(WebDelivery).deliver(id);
    expect(await stage.rows('SELECT state FROM outbox WHERE chat_id = $1', [id])).toEqual([{ state: 'draft' }]);
  });

  it('notes what was read, by either side, once', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const said = await stage.say(ana, id, 'hello');
    for (const text of ['a', 'b', 'c']) await stage.put(id, { texts: [text] });
    await stage.part(WebDelivery).deliver(id);
    await drained(id);
    const messages = stage.part(ConversationMessages);
    const [c, b, a] = (await messages.list(ana, id, { limit: 3 })).items;
    expect(await messages.read(ana, id, { upTo: b?.id ?? '' })).toMatchObject({ read: 2 });
    expect(await messages.read(ana, id)).toMatchObject({ read: 1 });
    expect(await messages.read(ana, id)).toMatchObject({ read: 0 });
    const turnId = newId();
    await stage.rows('UPDATE messages SET turn_id = $2 WHERE id = $1', [said.id, turnId]);
    await stage.part(ReadReceipts).byCharacter(id, turnId);
    await stage.part(ReadReceipts).byCharacter(id, turnId);
    const events = (await stage.part(PersonEvents).after(ana.contactId, '0', 99)).filter(
      ({ event }) => event === 'message:read',
    );
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { reader: 'user', messageIds: expect.arrayContaining([a?.id, b?.id]) },
      { reader: 'user', messageIds: [c?.id] },
      { reader: 'character', messageIds: [said.id], conversationId: id, readAt: expect.any(String) },
    ]);
    expect((await messages.list(ana, id, { limit: 9 })).items.map(({ status }) => status)).toEqual(
      Array(4).fill('read'),
    );
    await stage.part(MessageTraits).note(id, [said.id], { mood: 'joy', nsfwLevel: 1 });
    expect((await messages.byIds(ana.contactId, [said.id]))[0]).toMatchObject({
      metadata: { mood: 'joy', isNSFW: false },
      status: 'read',
    });
    await expect(messages.read(ana, id, { upTo: newId() })).rejects.toMatchObject({ code: 'message.not-found' });
  });
});
