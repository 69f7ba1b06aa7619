import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

describe('the way of a message', () => {
  let database: TestDatabase;
  let burstDatabase: TestDatabase;
  let app: TestApp;
  let number = 34_600_000_100;
  const nextPhone = (name?: string) => app.phone(`+${(number += 1)}`, name);

  beforeAll(async () => {
    database = await createTestDatabase();
    burstDatabase = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
    await burstDatabase.drop();
  });

  const json = async <T>(path: string, init?: RequestInit): Promise<T> =>
    (await (await app.request(path, init)).json()) as T;

  it('answers what it is asked, once', async () => {
    const ana = nextPhone('Ana');
    const { chat } = await ana.say('Hello, who are you?');
    await app.drained();
    const ledger = await ana.ledger();
    expect(ledger).toHaveLength(1);
    expect(ledger[0]).toMatchObject({ chat, body: expect.stringMatching(/\w/), ack: expect.any(Number) });
  });

  it('takes a burst for one turn', async () => {
    const patient = await TestApp.start({
      databaseUrl: burstDatabase.url,
      env: { BURST_QUIET_MS: '1000', BURST_MAX_MS: '4000' },
    });
    const ana = patient.phone('+34600000001');
    for (const body of ['Hi', 'I have a question', 'do you open on Saturday?']) await ana.say(body);
    await patient.drained();
    expect(await ana.ledger()).toHaveLength(1);
    await patient.stop();
  });

  it('stores a message once, however often it is delivered (promise 1)', async () => {
    const ana = nextPhone();
    const ids = Array.from({ length: 200 }, (_, index) => `3EB0ONCE${number}${String(index).padStart(4, '0')}`);
    // Five at once of each, of forty messages at a time: more connections than that say something about the machine only.
    for (let start = 0; start < ids.length; start += 40) {
      const some = ids.slice(start, start + 40);
      await Promise.all(some.flatMap((id) => Array.from({ length: 5 }, () => ana.say(`message ${id}`, { id }))));
    }
    await app.drained(60_000);
    const { message_count } = await json<{ message_count: number }>(`/api/conversations/chats/${ana.number}`);
    const ours = (await ana.ledger()).length;
    expect(message_count - ours).toBe(ids.length);
  }, 90_000);

  it('obeys STOP from the moment it is stored, confirms it once, and START', async () => {
    const ana = nextPhone();
    await ana.say('STOP');
    await app.drained();
    await ana.say('stop');
    await ana.say('are you there?');
    await app.drained();
    expect((await ana.ledger()).map(({ body }) => body)).toEqual([expect.stringContaining('START')]);
    await ana.say('START');
    await app.drained();
    await ana.say('are you there now?');
    await app.drained();
    expect(await ana.ledger()).toHaveLength(3);
  });

  it('takes the last of STOP and START in one burst, and answers in the language of the word', async () => {
    const [eva, ana] = [nextPhone(), nextPhone()];
    await Promise.all([eva.say('BAJA'), ana.say('STOPP')]);
    await app.drained();
    for (const body of ['ALTA', 'BAJA', 'ALTA']) await eva.say(body);
    await app.drained();
    expect((await ana.ledger()).map(({ body }) => body)).toEqual([expect.stringContaining('WEITER')]);
    const answers = (await eva.ledger()).map(({ body }) => body);
    expect(answers.at(0)).toContain('ALTA');
    expect(answers.at(-1)).toContain('Escribe BAJA');
    const chat = await json<{ opted_out_at: string | null }>(`/api/conversations/chats/${eva.number}`);
    expect(chat.opted_out_at).toBeNull();
  });

  it('leaves a chat to the owner who writes in it', async () => {
    const ana = nextPhone();
    await ana.say('I will take this one', { fromMe: true });
    await app.drained();
    await ana.say('thanks!');
    await app.drained();
    expect(await ana.ledger()).toEqual([]);
    const { messages } = await json<{ messages: object[] }>(`/api/conversations/chats/${ana.number}/messages`);
    expect(messages).toEqual([
      expect.objectContaining({ author: 'contact', route: 'skipped', route_reason: 'human-takeover' }),
      expect.objectContaining({ author: 'owner', route: null }),
    ]);
    await app.request(`/api/conversations/chats/${ana.number}`, { method: 'PATCH', body: '{"taken_over_until":null}' });
    await ana.say('and now?');
    await app.drained();
    expect(await ana.ledger()).toHaveLength(1);
  });

  it('does not take its own messages for the owner’s', async () => {
    const ana = nextPhone();
    await ana.say('hello');
    await app.drained();
    await ana.say('hello again');
    await app.drained();
    expect(await ana.ledger()).toHaveLength(2);
  });

  it('is silent in a paused chat and says why', async () => {
    const ana = nextPhone();
    await ana.say('hello');
    await app.drained();
    await app.request(`/api/conversations/chats/${ana.number}`, { method: 'PATCH', body: '{"reply_mode":"paused"}' });
    await ana.say('hello?');
    await app.drained();
    expect(await ana.ledger()).toHaveLength(1);
  });

  it('keeps drafts for approval, and sends an approved one', async () => {
    const ana = nextPhone();
    await ana.say('first');
    await app.drained();
    await app.request(`/api/conversations/chats/${ana.number}`, { method: 'PATCH', body: '{"reply_mode":"draft"}' });
    await ana.say('what do you think?');
    await app.drained();
    expect(await ana.ledger()).toHaveLength(1);
    const { outbox } = await json<{ outbox: { id: string; text: string }[] }>('/api/conversations/outbox?state=draft');
    expect(outbox).toHaveLength(1);
    const approved = await app.request(`/api/conversations/outbox/${outbox[0]?.id}/approve`, { method: 'POST' });
    expect(approved.status).toBe(204);
    await app.drained();
    expect((await ana.ledger()).map(({ body }) => body)).toContain(outbox[0]?.text);
    const again = await app.request(`/api/conversations/outbox/${outbox[0]?.id}/approve`, { method: 'POST' });
    expect(again.status).toBe(409);
  });

  it('talks in a group only when it is addressed', async () => {
    const ana = nextPhone();
    const { chat } = await ana.say('anybody for lunch?', { group: 'Lunch' });
    await app.drained();
    expect(await ana.ledger(chat)).toEqual([]);
    const { messages } = await json<{ messages: object[] }>(`/api/conversations/chats/${chat}/messages`);
    expect(messages).toEqual([expect.objectContaining({ route_reason: 'group-not-addressed' })]);
  });

  it('stores stale messages and does not answer them', async () => {
    const ana = nextPhone();
    await ana.say('this is from yesterday', { sentAt: new Date(Date.now() - 24 * 3_600_000) });
    await app.drained();
    expect(await ana.ledger()).toEqual([]);
  });

  it('finds a word in encrypted messages, in its other forms, too', async () => {
    const ana = nextPhone();
    await ana.say('The invoices of the zookeeper were running late');
    await app.drained();
    const { messages } = await json<{ messages: { text: string }[] }>(
      '/api/conversations/messages/search?q=zookeepers%20invoice%20run',
    );
    expect(messages.map(({ text }) => text)).toContain('The invoices of the zookeeper were running late');
  });

  it('sends what the operator writes, once per key', async () => {
    const ana = nextPhone();
    await ana.say('hello');
    await app.drained();
    const send = (text: string) =>
      app.request(`/api/conversations/chats/${ana.number}/messages`, {
        method: 'POST',
        headers: { 'idempotency-key': `key-${number}` },
        body: JSON.stringify({ text }),
      });
    expect((await send('We open at nine.')).status).toBe(202);
    expect((await send('We open at nine.')).status).toBe(202);
    expect((await send('We open at ten.')).status).toBe(409);
    await app.drained();
    expect((await ana.ledger()).filter(({ body }) => body.startsWith('We open'))).toHaveLength(1);
  });

  it('pages through chats and messages by cursor, and refuses forged ones', async () => {
    const ana = nextPhone();
    for (let index = 0; index < 5; index += 1) await ana.say(`number ${index}`, { fromMe: true });
    await app.drained();
    const path = `/api/conversations/chats/${ana.number}/messages?limit=2`;
    const texts: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { messages: { text: string }[]; next_cursor: string | null } = await json(
        `${path}${cursor && `&cursor=${cursor}`}`,
      );
      texts.push(...page.messages.map(({ text }) => text));
      cursor = page.next_cursor;
    }
    expect(texts).toEqual(['number 4', 'number 3', 'number 2', 'number 1', 'number 0']);
    expect((await app.request(`${path}&cursor=forged`)).status).toBe(400);
    const chats = await json<{ next_cursor: string }>('/api/conversations/chats?limit=1');
    expect((await app.request(`${path}&cursor=${chats.next_cursor}`)).status).toBe(400);
  });

  it.each(['0', '-1', '1e9', 'NaN', ''])('refuses a limit of %s', async (limit) => {
    expect((await app.request(`/api/conversations/chats?limit=${limit}`)).status).toBe(400);
  });

  it('keeps the hardest texts as they are', async () => {
    const ana = nextPhone();
    const texts = ['', 'a\u0000b', '\ud800', '‮bidi', '👩‍👩‍👧‍👦', 'e\u0301'.repeat(100), 'x'.repeat(65_536)];
    for (const text of texts) await ana.say(text, { fromMe: true });
    await app.drained();
    const { messages } = await json<{ messages: { text: string | null }[] }>(
      `/api/conversations/chats/${ana.number}/messages`,
    );
    expect(messages.map(({ text }) => text).reverse()).toEqual([null, 'ab', '\ufffd', ...texts.slice(3)]);
  });

  it('says how every service is, without a key, and nothing else without one', async () => {
    const health = await fetch(`${app.url}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      status: 'up',
      services: expect.objectContaining({ database: { status: 'up' } }),
    });
    expect((await fetch(`${app.url}/api/conversations/chats`)).status).toBe(401);
    expect((await fetch(`${app.url}/metrics`)).status).toBe(401);
    expect(await (await app.request('/metrics')).text()).toContain('turns_total');
  });
});
