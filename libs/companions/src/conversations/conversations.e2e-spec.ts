import { waitFor } from '#testing';

import { newCharacter } from '../../testing/characters-stage.js';
import { ChatStage, type ChatPerson, type Problem } from '../../testing/chat-stage.js';
import type { ConversationDto, ConversationPageDto } from './rest/conversation-answer.dto.js';
import type { ConversationMessageDto, ConversationMessagePageDto } from './rest/message-answer.dto.js';

describe('conversations', () => {
  let stage: ChatStage;
  let ana: ChatPerson;

  beforeAll(async () => {
    stage = await ChatStage.open();
    ana = await stage.person();
  });

  afterAll(async () => {
    await stage.close();
  });

  async function character(changes: object): Promise<string> {
    const { body } = await stage.call<{ id: string }>('POST', '/characters', newCharacter({ ...changes }));
    return body.id;
  }

  describe('that begin', () => {
    it('are with the character that was asked for, who greets once', async () => {
      const vera = await character({ name: 'Vera', greeting: 'Ahoy {{user}}, I am {{char}}.' });
      const begun = await ana.begin(vera, { clientId: 'once' });
      const again = await ana.begin(vera, { clientId: 'once' });
      expect(again).toMatchObject({
        id: begun.id,
        characterId: vera,
        messageCount: 1,
        metadata: { relationshipLevel: 0 },
      });
      expect(await ana.said(begun.id)).toEqual([
        expect.objectContaining({ senderType: 'character', senderId: vera, content: 'Ahoy Ana, I am Vera.' }),
      ]);
    });

    it('stay with that character, whatever the rules say', async () => {
      const nora = await character({ name: 'Nora' });
      const { id } = await ana.begin(nora);
      await ana.say(id, 'Hello');
      await stage.app.drained();
      expect(new Set((await ana.said(id)).map(({ senderId }) => senderId)).has(nora)).toBe(true);
    });

    it('are not with one for adults, unless the operator knows that the person is one', async () => {
      const mature = await character({ name: 'Mara', maturity: 'mature' });
      const wish = { characterId: mature };
      expect(await ana.call<Problem>('POST', '/conversations', wish)).toMatchObject({
        status: 404,
        body: { code: 'character.not-found' },
      });
      const { userId } = await ana.begin();
      await stage.app.request(`/api/safety/contacts/${userId}`, {
        method: 'PUT',
        body: JSON.stringify({ adult: 'confirmed' }),
      });
      expect((await ana.call('POST', '/conversations', wish)).status).toBe(201);
    });

    it('need somebody: with an API key one says who', async () => {
      const wish = { characterId: 'default' };
      for (const nobody of [wish, { ...wish, userId: 'me' }]) {
        expect(await stage.call<Problem>('POST', '/conversations', nobody)).toMatchObject({
          status: 400,
          body: { code: 'conversation.person-needed' },
        });
      }
      expect((await stage.call('POST', '/conversations', { ...wish, userId: 'customer-99' })).status).toBe(201);
    });
  });

  it('are listed page by page, put aside, named, and come back when the person writes', async () => {
    const person = await stage.person();
    const ids: string[] = [];
    for (const title of ['one', 'two', 'three']) ids.push((await person.begin('default', { title })).id);
    const titles: (string | null)[] = [];
    let cursor = '';
    do {
      const { body } = await person.call<ConversationPageDto>('GET', `/conversations?limit=2${cursor}`);
      titles.push(...body.conversations.map(({ title }) => title));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    expect(titles.sort()).toEqual(['one', 'three', 'two']);

    const path = `/conversations/${ids[0]}`;
    expect((await person.call('POST', `${path}/archive`)).status).toBe(200);
    const archived = await person.call<ConversationPageDto>('GET', '/conversations?status=archived');
    expect(archived.body.conversations).toEqual([expect.objectContaining({ id: ids[0], status: 'archived' })]);
    expect((await person.call<ConversationPageDto>('GET', '/conversations')).body.conversations).toHaveLength(2);
    await person.say(ids[0] ?? '', 'I am back');
    expect((await person.call<ConversationDto>('GET', path)).body.status).toBe('active');
    const named = await person.call<ConversationDto>('PUT', path, { title: 'Uno' });
    expect(named.body.title).toBe('Uno');
    expect((await person.call<ConversationDto>('PUT', path, { title: null })).body.title).not.toBe('Uno');
  });

  it('get a title from the talk after the second answer, and keep the one that somebody gives', async () => {
    const person = await stage.person();
    const { id } = await person.begin();
    const titleOf = async (): Promise<string | null> =>
      (await person.call<ConversationDto>('GET', `/conversations/${id}`)).body.title;
    await person.say(id, 'My dog Rufus is ill.');
    await stage.app.drained();
    expect(await titleOf()).toBeNull();
    await person.say(id, 'The vet says my dog needs rest.');
    await stage.app.drained();
    const title = await waitFor(async () => (await titleOf()) ?? undefined, { what: 'a title' });
    expect(title.length).toBeLessThanOrEqual(60);
  });

  it('take a message once for each client id, and tell another text apart', async () => {
    const { id } = await ana.begin();
    const path = `/conversations/${id}/messages`;
    const said = { content: 'Only once', clientId: 'c-1' };
    const first = await ana.call<ConversationMessageDto>('POST', path, said);
    const again = await ana.call<ConversationMessageDto>('POST', path, said);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
    expect(await ana.call<Problem>('POST', path, { ...said, content: 'Other' })).toMatchObject({
      status: 409,
      body: { code: 'message.client-id-conflict' },
    });
    await stage.app.drained();
    expect((await ana.said(id)).filter(({ clientId }) => clientId === 'c-1')).toHaveLength(1);
  });

  it('are read by both sides', async () => {
    const { id } = await ana.begin();
    const sent = await ana.say(id, 'Did you read this?');
    await stage.app.drained();
    const mine = (await ana.said(id)).find((one) => one.id === sent.id);
    expect(mine).toMatchObject({ status: 'read', readAt: expect.any(String) as string });
    const read = await ana.call<{ read: number }>('PUT', `/conversations/${id}/messages/read`, {});
    expect(read.body.read).toBeGreaterThan(0);
    const statuses = (await ana.said(id)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['read']));
  });

  it('lose a message that is deleted, and its words', async () => {
    const { id } = await ana.begin();
    const { id: messageId } = await ana.say(id, 'The password is xylophone');
    await stage.app.drained();
    expect((await ana.call('DELETE', `/messages/${messageId}`)).status).toBe(204);
    expect((await ana.call('DELETE', `/messages/${messageId}`)).status).toBe(404);
    const found = await ana.call<ConversationMessagePageDto>('GET', '/conversations/search?q=xylophone');
    expect(found.body.messages.filter((one) => one.id === messageId)).toEqual([]);
    expect((await ana.said(id)).map(({ content }) => content)).not.toContain('The password is xylophone');
  });

  it('tell how it went', async () => {
    const person = await stage.person();
    const { id } = await person.begin();
    for (const text of ['Hello', 'How are you?']) {
      await person.say(id, text);
      await stage.app.drained();
    }
    const said = await person.said(id);
    const ours = said.filter(({ senderType }) => senderType === 'character').length;
    const { body } = await person.call('GET', `/conversations/${id}/analytics`);
    expect(body).toMatchObject({
      conversationId: id,
      conversations: 1,
      messages: { total: said.length, user: 2, character: ours },
      messagesPerConversation: said.length,
      responseTime: { answers: 2, averageMs: expect.any(Number) as number, p95Ms: expect.any(Number) as number },
      days: [{ conversations: 1, messages: said.length }],
    });
  });

  it('show an operator what an answer would be made from, and people not', async () => {
    const { id, userId } = await ana.begin();
    const fact = { fact: 'Keeps bees on the roof', category: 'personal' };
    await stage.call('POST', `/characters/default/memory/${userId}`, fact);
    await ana.say(id, 'What do you know about my bees?');
    await stage.app.drained();
    const { body } = await stage.call('GET', `/conversations/${id}/context`);
    expect(body).toMatchObject({
      conversationId: id,
      recentMessages: expect.arrayContaining([
        expect.objectContaining({ role: 'user', content: 'What do you know about my bees?' }),
      ]) as unknown,
      activeMemories: [
        {
          content: 'Keeps bees on the roof',
          relevance: expect.any(Number) as number,
          reason: expect.any(String) as string,
        },
      ],
      state: { currentTopic: 'bees', lastUserIntent: 'question' },
    });
    expect((await ana.call('GET', `/conversations/${id}/context`)).status).toBe(403);

    await stage.call('DELETE', `/characters/default/memory/${userId}`);
    const after = await stage.call('GET', `/conversations/${id}/context`);
    expect(after.body).toMatchObject({ recentMessages: [], activeMemories: [] });
  });
});
