import { waitFor } from '#testing';

import { WebStage } from '../../../testing/web-stage.js';
import { Conversations } from '../conversations/conversations.service.js';
import { ConversationMessages } from '../sending/conversation-messages.service.js';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the operator in a chat on the web', () => {
  let stage: WebStage;

  beforeAll(async () => {
    stage = await WebStage.open();
  });

  afterAll(() => stage.close());

  const send = (id: string, body: object) => stage.request('POST', `/api/conversations/chats/${id}/messages`, body);
  const states = (id: string) =>
    stage.rows('SELECT state, reason FROM outbox WHERE chat_id = $1 ORDER BY position', [id]);
  const settled = (id: string): Promise<unknown> =>
    waitFor(async () => (await stage.count(`FROM outbox WHERE chat_id = $1 AND state = 'queued'`, [id])) === 0, {
      what: 'nothing to wait',
    });

  it('writes to the person, and approves what waits for it', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    expect(await send(id, { text: 'this is the owner' })).toMatchObject({ status: 202 });
    await stage.rows(`UPDATE chats SET reply_mode = 'draft' WHERE id = $1`, [id]);
    await stage.put(id, { origin: 'reply', texts: ['a draft'], draft: true });
    const [draft] = await stage.rows<{ id: string }>(`SELECT id FROM outbox WHERE chat_id = $1 AND state = 'draft'`, [
      id,
    ]);
    expect(await stage.request('POST', `/api/outbox/${draft?.id}/approve`)).toMatchObject({ status: 204 });
    await settled(id);
    const { items } = await stage.part(ConversationMessages).list(ana, id, { limit: 9 });
    expect(items.map(({ content, senderType }) => [content, senderType])).toEqual([
      ['a draft', 'character'],
      ['this is the owner', 'character'],
    ]);
  });

  it('does not get past a STOP', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.say(ana, id, 'STOP');
    expect(await send(id, { text: 'but' })).toMatchObject({ status: 202 });
    await settled(id);
    expect(await states(id)).toContainEqual({ state: 'dropped', reason: 'opted-out' });
  });

  it('is told at once that a conversation was deleted', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.part(Conversations).remove(ana, id);
    expect(await send(id, { text: 'too late' })).toMatchObject({ status: 409, code: 'conversation.deleted' });
    expect(await states(id)).toEqual([]);
  });

  it.each([
    ['an attachment', 'messages', { media: { data: PNG, mime_type: 'image/png' } }],
    ['a template', 'messages', { template: { name: 'hello', language: 'en' } }],
    ['a read mark', 'read', {}],
  ])('is told at once that %s is not for the web', async (_, path, body) => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    await stage.say(ana, id, 'hello');
    expect(await stage.request('POST', `/api/conversations/chats/${id}/${path}`, body)).toMatchObject({
      ...{ status: 409, code: 'outbox.not-possible' },
    });
    expect(await states(id)).toEqual([]);
    expect(await stage.count('FROM chat_gestures WHERE chat_id = $1', [id])).toBe(0);
  });

  it('cannot react there', async () => {
    const ana = await stage.person();
    const { id } = await stage.conversation(ana);
    const said = await stage.say(ana, id, 'hello');
    const path = `/api/conversations/chats/${id}/messages/${said.id}/reaction`;
    expect(await stage.request('POST', path, { emoji: '👍' })).toMatchObject({ status: 409 });
    expect(await stage.count('FROM chat_gestures WHERE chat_id = $1', [id])).toBe(0);
  });
});
