import { DataSource } from 'typeorm';

import { ScriptedModel } from '#llm/testing';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

type Phone = ReturnType<TestApp['phone']>;

describe('what nobody answers', () => {
  let database: TestDatabase;
  let app: TestApp;
  let number = 34_600_071_000;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({
      databaseUrl: database.url,
      model: new ScriptedModel(() => 'an answer'),
      env: { LOOP_GUARD_REPLIES_PER_MINUTE: '2' },
    });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    app.app.get(DataSource).query<T[]>(sql, parameters);
  const bodies = async (phone: Phone) => (await phone.ledger()).map(({ body }) => body);
  const chatOf = async (phone: Phone): Promise<string> => {
    const [chat] = await rows<{ id: string }>('SELECT id FROM chats WHERE external_id LIKE $1', [
      `%${phone.number.replace('+', '')}%`,
    ]);
    if (!chat) throw new Error('there is no chat yet');
    return chat.id;
  };
  const incidents = (chatId: string) =>
    rows<object>('SELECT kind, action FROM safety_incidents WHERE chat_id = $1 ORDER BY created_at', [chatId]);
  const reasons = async (chatId: string) =>
    (
      await rows<{ reason: string | null }>('SELECT reason FROM turns WHERE chat_id = $1 ORDER BY position', [chatId])
    ).map(({ reason }) => reason);

  async function acquainted(): Promise<Phone> {
    const phone = app.phone(`+${(number += 1)}`);
    await phone.say('hello');
    await app.drained();
    expect(await bodies(phone)).toEqual(['an answer']);
    return phone;
  }

  async function pause(phone: Phone): Promise<void> {
    await app.request(`/api/conversations/chats/${phone.number}`, { method: 'PATCH', body: '{"reply_mode":"paused"}' });
  }

  it('is seen by the operator when somebody is in danger while the chat is paused, and nothing is sent', async () => {
    const ana = await acquainted();
    await pause(ana);
    await ana.say('I want to kill myself');
    await app.drained();
    const chatId = await chatOf(ana);
    await waitFor(async () => (await incidents(chatId)).length === 1, { what: 'the incident' });
    expect(await incidents(chatId)).toEqual([{ kind: 'self-harm', action: 'none' }]);
    expect(await bodies(ana)).toEqual(['an answer']);
    expect(await reasons(chatId)).toEqual([null, 'paused']);
    const [message] = await rows<object>(
      `SELECT route, route_reason FROM messages WHERE chat_id = $1 AND author = 'contact' ORDER BY stored_at DESC LIMIT 1`,
      [chatId],
    );
    expect(message).toEqual({ route: 'skipped', route_reason: 'paused' });
  });

  it('is seen while the owner writes, too', async () => {
    const ana = await acquainted();
    await ana.say('I am here, go on', { fromMe: true });
    await app.drained();
    await ana.say('ya no quiero vivir');
    await app.drained();
    const chatId = await chatOf(ana);
    await waitFor(async () => (await incidents(chatId)).length === 1, { what: 'the incident' });
    expect(await incidents(chatId)).toEqual([{ kind: 'self-harm', action: 'none' }]);
    expect(await bodies(ana)).toEqual(['an answer']);
  });

  it('is forgotten in silence when somebody asks for that while the chat is paused', async () => {
    const ana = await acquainted();
    await pause(ana);
    await ana.say('forget everything about me');
    await app.drained();
    const chatId = await chatOf(ana);
    await waitFor(
      async () =>
        (
          await rows(
            `SELECT 1 FROM memory_requests JOIN chats USING (contact_id) WHERE chats.id = $1 AND memory_requests.kind = 'forget-all'`,
            [chatId],
          )
        ).length === 1,
      { what: 'the request' },
    );
    await app.drained();
    expect(await bodies(ana)).toEqual(['an answer']);
    expect(await reasons(chatId)).toEqual([null, 'paused']);
  });

  it('is seen when a STOP and the danger come in one burst, and after the STOP nothing but its confirmation is said', async () => {
    const ana = await acquainted();
    await Promise.all([ana.say('I want to kill myself'), ana.say('STOP')]);
    await app.drained();
    const chatId = await chatOf(ana);
    await waitFor(async () => (await incidents(chatId)).length === 1, { what: 'the incident' });
    expect(await incidents(chatId)).toEqual([{ kind: 'self-harm', action: 'none' }]);
    expect(await bodies(ana)).toHaveLength(2);
  });

  it('is not looked at where nothing calls for it', async () => {
    const ana = await acquainted();
    await pause(ana);
    await ana.say('nothing special');
    await app.drained();
    const [turn] = await rows<object>(
      'SELECT agent, duty, state FROM turns WHERE chat_id = $1 ORDER BY position DESC LIMIT 1',
      [await chatOf(ana)],
    );
    expect(turn).toEqual({ agent: 'orchestrator', duty: null, state: 'silent' });
  });

  it('gets help all the same when somebody in danger writes a lot, though not for ever', async () => {
    const ana = await acquainted();
    await ana.say('and again');
    await app.drained();
    await ana.say('too much');
    await app.drained();
    expect(await bodies(ana)).toHaveLength(2);
    await ana.say('I want to kill myself');
    await waitFor(async () => (await bodies(ana)).length > 2, { what: 'the help lines' });
    await app.drained();
    expect((await bodies(ana)).slice(2).join('\n')).toMatch(/024|findahelpline/);
    const said = (await bodies(ana)).length;
    await ana.say('forget everything about me');
    await waitFor(async () => (await bodies(ana)).length > said, { what: 'the confirmation' });
    await app.drained();
    const before = await bodies(ana);
    await ana.say('I really want to kill myself');
    await app.drained();
    const chatId = await chatOf(ana);
    await waitFor(async () => (await incidents(chatId)).length === 2, { what: 'the second incident' });
    await app.drained();
    expect(await bodies(ana)).toEqual(before);
  });
});
