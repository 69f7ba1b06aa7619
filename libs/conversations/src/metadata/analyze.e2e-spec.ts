import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp, type TestPhone } from '#testing/app';

interface Label {
  readonly value: string;
  readonly confidence: number;
  readonly model: string | null;
  readonly source: string;
  readonly at: string;
}

interface Analyzed {
  readonly success: boolean;
  readonly message_id: string;
  readonly external_id: string;
  readonly sentiment: Label | null;
  readonly category: Label | null;
  readonly tags: readonly Label[];
  readonly code?: string;
}

interface Listed {
  readonly id: string;
  readonly external_id: string;
  readonly text: string | null;
  readonly read_at: string | null;
  readonly processed_at: string | null;
  readonly sentiment: Label | null;
  readonly category: Label | null;
  readonly tags: readonly Label[];
}

describe('what is found out about messages, by rules', () => {
  let database: TestDatabase;
  let app: TestApp;
  let phone: TestPhone;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    phone = app.phone('34600000123', 'Ana');
    await phone.say('My order arrived broken, this is unacceptable. I want a refund right now!', { id: 'msg_123' });
    await phone.say('How much does a haircut cost?', { id: 'msg_124' });
    await phone.say('hola', { id: 'msg_125' });
    await app.drained();
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const post = (path: string, body?: unknown): Promise<Response> =>
    app.request(path, { method: 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) });
  const analyze = async (id: string): Promise<{ status: number; body: Analyzed }> => {
    const response = await post(`/api/conversations/messages/${id}/analyze`);
    return { status: response.status, body: (await response.json()) as Analyzed };
  };
  const messages = async (query = ''): Promise<readonly Listed[]> => {
    const response = await app.request(`/api/conversations/chats/34600000123@c.us/messages?limit=200${query}`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { messages: Listed[] }).messages;
  };
  const message = async (externalId: string): Promise<Listed> => {
    const found = (await messages()).find((one) => one.external_id === externalId);
    if (!found) throw new Error(`${externalId} is not listed`);
    return found;
  };

  it('analyzes as the documentation prints it: curl -X POST …/messages/msg_123/analyze', async () => {
    const { status, body } = await analyze('msg_123');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      external_id: 'msg_123',
      sentiment: { value: 'negative', model: 'rules', source: 'model' },
      category: { value: 'complaint', model: 'rules', source: 'model' },
    });
    expect(body.tags.map(({ value }) => value)).toEqual(expect.arrayContaining(['urgent', 'refund', 'complaint']));
    for (const label of [body.sentiment, body.category, ...body.tags]) {
      expect(label?.confidence).toBeGreaterThan(0);
      expect(label?.confidence).toBeLessThanOrEqual(1);
    }
    expect(await message('msg_123')).toMatchObject({
      sentiment: body.sentiment,
      category: body.category,
      tags: body.tags,
    });
  });

  it('knows a message by our id, too', async () => {
    const { id } = await message('msg_124');
    expect((await analyze(id)).body).toMatchObject({ message_id: id, category: { value: 'inquiry' } });
  });

  it.each(['msg_nobody', '00000000-0000-7000-8000-000000000000', '%00'])(
    'answers 404 for %s, and says what to do',
    async (id) => {
      const { status, body } = await analyze(id);
      expect([status, body.code]).toEqual([404, 'message.not-found']);
    },
  );

  it('lists only what has a tag, a category, a sentiment, or was read', async () => {
    await analyze('msg_125');
    const ids = async (query: string): Promise<string[]> => (await messages(query)).map((one) => one.external_id);
    expect(await ids('&tag=refund')).toEqual(['msg_123']);
    expect(await ids('&category=inquiry')).toEqual(['msg_124']);
    expect(await ids('&sentiment=negative&category=complaint')).toEqual(['msg_123']);
    expect(await ids('&sentiment=negative&category=inquiry')).toEqual([]);
    expect(await ids('&tag=spam')).toEqual([]);
    expect(await ids('&is_read=true')).toEqual([]);
    const found = await app.request('/api/conversations/messages/search?q=haircut&tag=price_inquiry');
    expect(((await found.json()) as { messages: Listed[] }).messages.map((one) => one.external_id)).toEqual([
      'msg_124',
    ]);
    const other = await app.request('/api/conversations/messages/search?q=haircut&tag=refund');
    expect(((await other.json()) as { messages: Listed[] }).messages).toEqual([]);
  });

  it.each(['tag=UPPER', 'tag=nonsense', 'tag=', 'category=nonsense', 'sentiment=good', 'is_read=yes'])(
    'refuses ?%s',
    async (query) => {
      for (const list of ['chats', 'chats/34600000123@c.us/messages', 'messages/search']) {
        const response = await app.request(`/api/conversations/${list}?q=haircut&${query}`);
        expect(response.status).toBe(400);
      }
    },
  );

  it('goes through a narrowed list by cursor, which leads nowhere else', async () => {
    const first = await app.request('/api/conversations/chats/34600000123@c.us/messages?limit=1&is_read=false');
    const page = (await first.json()) as { messages: Listed[]; next_cursor: string };
    const seen = [...page.messages];
    for (let cursor: string | null = page.next_cursor; cursor;) {
      const response = await app.request(
        `/api/conversations/chats/34600000123@c.us/messages?limit=1&is_read=false&cursor=${cursor}`,
      );
      const next = (await response.json()) as { messages: Listed[]; next_cursor: string | null };
      seen.push(...next.messages);
      cursor = next.next_cursor;
    }
    expect(seen).toEqual(await messages('&is_read=false'));
    for (const query of ['is_read=true', 'tag=refund', '']) {
      const elsewhere = await app.request(
        `/api/conversations/chats/34600000123@c.us/messages?limit=1&${query}&cursor=${page.next_cursor}`,
      );
      expect(elsewhere.status).toBe(400);
    }
  });

  it('takes read, done with and corrections, lists unknown ids back, and keeps corrections in later runs', async () => {
    const response = await post('/api/conversations/metadata', {
      updates: [
        { message_id: 'msg_123', is_read: true, sentiment: 'mixed', tags: ['payment'] },
        { message_id: 'msg_123', is_processed: true, sentiment: 'positive' },
        { message_id: 'msg_404', is_read: true },
      ],
      chats: [
        { chat_id: '34600000123@c.us', category: 'feedback', tags: ['personal'] },
        { chat_id: '34999999999@c.us', category: 'general' },
      ],
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      success: true,
      updated_messages: 1,
      updated_chats: 1,
      unknown_message_ids: ['msg_404'],
      archived_messages: [],
      unknown_chat_ids: ['34999999999@c.us'],
    });
    const { body } = await analyze('msg_123');
    expect(body).toMatchObject({
      sentiment: { value: 'positive', source: 'operator', model: null, confidence: 1 },
      category: { value: 'complaint', source: 'model' },
    });
    expect(body.tags.map(({ value }) => value)).toEqual(['payment']);
    const listed = await message('msg_123');
    expect([listed.read_at === null, listed.processed_at === null]).toEqual([false, false]);
    const chats = await app.request('/api/conversations/chats?category=feedback&tag=personal');
    const [chat] = ((await chats.json()) as { chats: { external_id: string; category: Label; tags: Label[] }[] }).chats;
    expect(chat).toMatchObject({
      external_id: '34600000123@c.us',
      category: { value: 'feedback', source: 'operator' },
      tags: [{ value: 'personal', source: 'operator' }],
    });
  });

  it('takes corrections back with null: the chat is summed up again, the message waits for the next run', async () => {
    await post('/api/conversations/metadata', {
      updates: [{ message_id: 'msg_123', sentiment: null, tags: null, is_read: false }],
      chats: [{ chat_id: '34600000123@c.us', category: null, tags: null }],
    });
    expect(await message('msg_123')).toMatchObject({ sentiment: null, tags: [], read_at: null });
    const chat = (await (await app.request('/api/conversations/chats/34600000123@c.us')).json()) as {
      category: Label;
    };
    expect(chat.category).toMatchObject({ source: 'model' });
    expect((await analyze('msg_123')).body).toMatchObject({ sentiment: { value: 'negative', source: 'model' } });
  });

  it.each([
    [
      'a tag outside the vocabulary',
      { updates: [{ message_id: 'msg_123', tags: ['nonsense'] }] },
      'metadata.unknown-tag',
    ],
    ['a sentiment that is none', { updates: [{ message_id: 'msg_123', sentiment: 'good' }] }, 'request.invalid'],
    ['an unknown key', { updates: [{ message_id: 'msg_123', mood: 'good' }] }, 'request.invalid'],
    ['no id', { updates: [{ is_read: true }] }, 'request.invalid'],
    [
      '1,001 updates',
      { updates: Array.from({ length: 1_001 }, () => ({ message_id: 'm', is_read: true })) },
      'request.invalid',
    ],
    ['no list', { updates: { message_id: 'msg_123' } }, 'request.invalid'],
  ])('refuses %s', async (_, body, code) => {
    const response = await post('/api/conversations/metadata', body);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, code]);
  });

  it('takes a thousand updates at once', async () => {
    const updates = Array.from({ length: 1_000 }, (_, index) => ({ message_id: `unknown_${index}`, is_read: true }));
    const response = await post('/api/conversations/metadata', { updates });
    const body = (await response.json()) as { updated_messages: number; unknown_message_ids: string[] };
    expect([response.status, body.updated_messages, body.unknown_message_ids.length]).toEqual([200, 0, 1_000]);
  });
});
