import { waitFor } from '#testing';

import { ChatStage, type ChatPerson } from '../../testing/chat-stage.js';
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
          const messages = heard
            .filter(({ event }) => event === 'message:received')
            .map(({ payload }) => payload as ConversationMessageDto);
          return Promise.resolve(messages.some((one) => isReply(one) && one.responseId !== undefined) && messages);
        },
        { what: 'the answer to be heard' },
      );
      expect(received.filter(({ clientId }) => clientId === 'first')).toHaveLength(1);
    }
  });
});
