import { io } from 'socket.io-client';

import { SecretaryClient, type Message } from '#client';
import { OpenAiServer } from '#llm/testing';
import { createTestDatabase, TestBalancer, waitFor, type TestDatabase } from '#testing';
import { TestProcess } from '#testing/app';

/** So often the process that tells is killed, each time at another word; `CHAT_KILLS=20` is the full size. */
const KILLS = Number(process.env.CHAT_KILLS ?? 3);
const MINUTE_MS = 60_000;
/** So long that some of it has been told while the rest is still written. */
const REPLY = Array.from({ length: 12 }, (_, place) => `This is sentence number ${place + 1} of a long answer.`).join(
  ' ',
);
const WORDS = REPLY.split(' ').length;

describe('an api process that is killed while an answer is written', () => {
  let database: TestDatabase;
  let model: OpenAiServer;
  let worker: TestProcess;
  /** Two at a time: one to be killed, and who takes over, to be killed the next time. */
  let apis: TestProcess[] = [];
  let env: Readonly<Record<string, string>>;

  beforeAll(async () => {
    [database, model] = await Promise.all([createTestDatabase(), OpenAiServer.start()]);
    env = {
      LLM_PROVIDER: 'openai-compatible',
      LLM_BASE_URL: model.url,
      LLM_API_KEY: OpenAiServer.KEY,
      LLM_MODEL: 'gpt-4o',
      MESSAGE_RATE_LIMIT: '0/minute',
    };
    worker = await TestProcess.start(database.url, env, 'worker');
    apis = [await TestProcess.start(database.url, env, 'api')];
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await Promise.all([worker, ...apis].map((process) => process.end('SIGKILL')));
    await model.stop();
    await database.drop();
  }, MINUTE_MS);

  async function post<T>(path: string, body: object, token?: string): Promise<T> {
    const headers = token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } };
    const response = await apis[0]!.request(path, { method: 'POST', body: JSON.stringify(body), ...headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  it.each(Array.from({ length: KILLS }, (_, kill) => [kill + 1]))(
    'leaves each client with exactly one whole answer, kill %d',
    async (kill) => {
      apis.push(await TestProcess.start(database.url, env, 'api'));
      const [teller, other] = apis as [TestProcess, TestProcess];
      const balancer = await TestBalancer.start([teller.url, other.url]);
      let goOn = (): void => undefined;
      const pauseAfterFirst = new Promise<void>((resolve) => (goOn = resolve));
      const pauseAfterWords = Math.round(WORDS * (0.5 + (0.45 * kill) / KILLS));
      model.answers({ kind: 'text', text: REPLY, pauseAfterFirst, pauseAfterWords });

      const { token } = await post<{ token: string }>('/api/v1/tokens', { userId: `crash-${kill}` });
      const { id } = await post<{ id: string }>('/api/v1/conversations', { characterId: 'default' }, token);
      const client = new SecretaryClient({ url: balancer.url, token });
      const session = client.session(id);
      // What the mission's own client has: nothing but socket.io.
      const plain = io(balancer.url, { auth: { token }, transports: ['websocket'], forceNew: true });
      const heard: Message[] = [];
      plain.on('message:received', (message: Message) => void heard.push(message));
      try {
        await plain.timeout(10_000).emitWithAck('conversation:join', { conversationId: id });
        await session.open();
        await session.send('Tell me something long');
        await waitFor(() => (session.snapshot().writing?.text ?? '').length > 0, {
          what: 'a part of the answer to be told',
          timeoutMs: 20_000,
        });

        await teller.end('SIGKILL');
        await waitFor(() => plain.connected && client.socket.status === 'connected', {
          what: 'the clients to be elsewhere',
          timeoutMs: 20_000,
        });
        goOn();

        const answers = (messages: readonly Pick<Message, 'senderType' | 'responseId' | 'content'>[]) =>
          messages.filter(({ senderType, responseId }) => senderType === 'character' && responseId);
        const isWhole = (messages: Parameters<typeof answers>[0]) =>
          textOf(answers(messages)).length >= REPLY.length - answers(messages).length;
        await waitFor(() => isWhole(session.snapshot().messages) && isWhole(heard), {
          what: 'the whole answer',
          timeoutMs: 30_000,
        });
        const { messages } = await client.messages(id);
        const stored = answers(messages.toReversed());
        expect(textOf(stored)).toBe(REPLY);
        expect(answers(session.snapshot().messages).map(({ content }) => content)).toEqual(contents(stored));
        expect(contents(answers(heard))).toEqual(contents(stored));
        expect(session.snapshot().writing).toBeNull();
      } finally {
        goOn();
        plain.disconnect();
        session.close();
        client.close();
        await balancer.stop();
        await teller.end('SIGKILL');
        apis.shift();
      }
    },
    2 * MINUTE_MS,
  );
});

function contents(messages: readonly { readonly content: string }[]): string[] {
  return messages.map(({ content }) => content);
}

/** Its parts as they were before they were parted. */
function textOf(messages: readonly { readonly content: string }[]): string {
  return contents(messages).join(' ');
}
