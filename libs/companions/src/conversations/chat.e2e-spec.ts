import { waitFor } from '#testing';

import { ChatStage, type ChatPerson, type Heard } from '../../testing/chat-stage.js';
import type { ConversationMessageDto } from './rest/message-answer.dto.js';

const isReply = ({ senderType }: ConversationMessageDto): boolean => senderType === 'character';

describe('a conversation on the web', () => {
  let stage: ChatStage;
  let ana: ChatPerson;

  beforeAll(async () => {
    stage = await ChatStage.open();
    ana = await stage.person();
  });

  afterAll(async () => {
    await stage.close();
  });

  it('is answered over REST', async () => {
    const { id, characterId } = await ana.begin();
    const sent = await ana.say(id, 'Hello! How are you?');
    expect(sent).toMatchObject({
      conversationId: id,
      senderType: 'user',
      content: 'Hello! How are you?',
      type: 'text',
    });
    await stage.app.drained();
    const said = await ana.said(id);
    const reply = said.find(({ responseId }) => responseId !== undefined);
    expect(said.filter((message) => message.id === sent.id)).toHaveLength(1);
    expect(reply).toMatchObject({ senderType: 'character', senderId: characterId, conversationId: id, part: 0 });
    expect(reply?.content).not.toBe('');
  });

  it('is answered over a socket, and each device of the person hears all of it', async () => {
    const { id } = await ana.begin();
    const [one, other] = [await ana.listen(), await ana.listen()];
    for (const { socket } of [one, other]) {
      expect(await socket.emitWithAck('conversation:join', { conversationId: id })).toMatchObject({
        ok: true,
        conversation: { id },
      });
    }
    const ack: unknown = await one.socket.emitWithAck('message:send', {
      conversationId: id,
      content: 'Hello!',
      type: 'text',
      clientId: 'first',
    });
    expect(ack).toMatchObject({
      ok: true,
      clientId: 'first',
      conversationId: id,
      status: 'delivered',
      duplicate: false,
    });
    for (const { heard } of [one, other]) {
      const received = await waitFor(
        () => {
          const messages = messagesIn(heard);
          return Promise.resolve(messages.some((one) => isReply(one) && one.responseId !== undefined) && messages);
        },
        { what: 'the answer to be heard' },
      );
      expect(received.filter(({ clientId }) => clientId === 'first')).toHaveLength(1);
    }
  });

  it('tells a socket that comes back what it missed, each once and in order', async () => {
    const { id } = await ana.begin();
    const first = await ana.listen();
    const joined = (await first.socket.emitWithAck('conversation:join', { conversationId: id })) as { offset: string };
    first.socket.disconnect();
    for (const text of ['one', 'two', 'three']) await ana.say(id, text);
    await stage.app.drained();
    const second = await ana.listen();
    await second.socket.emitWithAck('conversation:join', { conversationId: id, after: joined.offset });
    const said = await ana.said(id);
    const missed = said.slice(said.findIndex(({ content }) => content === 'one'));
    const received = await waitFor(
      () => {
        const messages = messagesIn(second.heard);
        return messages.length >= missed.length && messages;
      },
      { what: 'what was missed' },
    );
    expect(received.map(({ content }) => content)).toEqual(missed.map(({ content }) => content));
  });

  it('is heard by a key that may read conversations, and by no other', async () => {
    const { id } = await ana.begin();
    const reader = await stage.withKey(['conversations:read']);
    const stranger = await stage.withKey(['chats:read']);
    const heard = await reader.listen();
    expect(await heard.socket.emitWithAck('conversation:join', { conversationId: id })).toMatchObject({ ok: true });
    const refused = await stranger.listen();
    expect(await refused.socket.emitWithAck('conversation:join', { conversationId: id })).toMatchObject({ ok: false });
    for (const { socket } of [heard, refused]) {
      const wish = { conversationId: id, content: 'In her name' };
      expect(await socket.emitWithAck('message:send', wish)).toMatchObject({ error: { code: 'auth.missing-scope' } });
    }
    await ana.say(id, 'Hello');
    await waitFor(() => messagesIn(heard.heard).some(({ content }) => content === 'Hello'), { what: 'the message' });
    expect(messagesIn(refused.heard)).toEqual([]);
  });
});

function messagesIn(heard: readonly Heard[]): ConversationMessageDto[] {
  return heard
    .filter(({ event }) => event === 'message:received')
    .map(({ payload }) => payload as ConversationMessageDto);
}
