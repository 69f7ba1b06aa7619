import { ChatStage, type ChatPerson, type Problem } from '../../testing/chat-stage.js';

describe('the rules of WhatsApp hold on the web', () => {
  let stage: ChatStage;

  beforeAll(async () => {
    stage = await ChatStage.open({ env: { MESSAGE_RATE_LIMIT: '3/minute' } });
  });

  afterAll(async () => {
    await stage.close();
  });

  async function answersIn(person: ChatPerson, id: string): Promise<number> {
    await stage.app.drained();
    return (await person.said(id)).filter(({ responseId }) => responseId !== undefined).length;
  }

  it('a person may say so much in a minute, over REST and sockets together; a key as much as it likes', async () => {
    const person = await stage.person();
    const [one, other] = [await person.begin(), await person.begin()];
    const { socket } = await person.listen();
    await person.say(one.id, 'one');
    await person.say(other.id, 'two');
    expect(await socket.emitWithAck('message:send', { conversationId: one.id, content: 'three' })).toMatchObject({
      ok: true,
    });
    const path = `/conversations/${one.id}/messages`;
    const refused = await fetch(`${stage.app.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'four' }),
    });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await refused.json()) as Problem).code).toBe('message.rate-limited');
    expect(await socket.emitWithAck('message:send', { conversationId: other.id, content: 'four' })).toMatchObject({
      ok: false,
      error: { code: 'message.rate-limited', retryAfter: expect.any(Number) as number },
    });
    for (let count = 0; count < 5; count += 1) {
      expect((await stage.call('POST', path, { content: `of the site: ${count}` })).status).toBe(201);
    }
  });

  it('STOP ends the answers, START brings them back', async () => {
    const person = await stage.person();
    const { id } = await person.begin();
    const say = async (content: string): Promise<void> => {
      await stage.call('POST', `/conversations/${id}/messages`, { content });
    };
    await say('Hello');
    expect(await answersIn(person, id)).toBeGreaterThan(0);
    await say('STOP');
    const stopped = await answersIn(person, id);
    await say('Are you there?');
    expect(await answersIn(person, id)).toBe(stopped);
    await say('START');
    await say('And now?');
    expect(await answersIn(person, id)).toBeGreaterThan(stopped);
  });
});
