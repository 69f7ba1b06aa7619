import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';

import { createTestDatabase, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp } from '#testing/app';

const PHONE = '+34600001300';
const CHATS = '/api/conversations/chats';
const JSON_TYPE = { 'content-type': 'application/json' };
const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const HUGE = JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024) });

/** Ids as nobody made them, written as they stand in an address. */
const IDS = [
  ...['%00', 'a%00b', '34600000001%00', `${PHONE}%00`, '%ED%A0%80', '%ff', '%', '%zz', '%F0%9F%92%A9', '%0d%0a', '%20'],
  ...[
    '..%2f..%2fetc%2fpasswd',
    '..%5c..%5cwin.ini',
    '%2e%2e',
    "'%20OR%201=1--",
    '__proto__',
    'constructor',
    'null',
    '-1',
  ],
  ...['00000000-0000-0000-0000-00000000000g', '00000000-0000-7000-8000-000000000000', '{id}', '@c.us', 'a@b@c'],
  ...['x'.repeat(99), 'x'.repeat(5_000), 'x'.repeat(100_000)],
];

const LISTS = [CHATS, `${CHATS}/${PHONE}/messages`, '/api/conversations/outbox', '/api/conversations/messages/search'];

const LIMITS = [
  '',
  '0',
  '-1',
  '-0',
  '1.5',
  '201',
  '1e9',
  'NaN',
  'Infinity',
  '9007199254740993',
  'ten',
  'null',
  '%00',
  '1,2',
];

const QUERIES = [
  ...LIMITS.map((limit) => `limit=${limit}`),
  ...['limit=1&limit=2', 'limit[]=1', 'limit[a]=1', '__proto__=1', 'constructor=1', 'foo=1', '%00=1', '=1'],
  ...['cursor=', 'cursor=forged', 'cursor=%00', `cursor=${'A'.repeat(1_001)}`, 'cursor=a&cursor=b', 'cursor=..%2f'],
];

const SENDING_BODIES = [
  ...['', '{', 'null', '1', '"x"', '[]', '{}', '[{"text":"x"}]', 'NaN', DEEP, `{"text":${DEEP}}`],
  ...['{"text":null}', '{"text":1}', '{"text":true}', '{"text":["x"]}', '{"text":{"a":1}}', '{"text":""}'],
  ...['{"text":"\\u0000"}', `{"text":"${'x'.repeat(655_361)}"}`, '{"text":"x","foo":1}', '{"text":"x","__proto__":{}}'],
  ...['{"text":"x","text":"y"}', '{"text":"x","constructor":{}}', '{"text":"x"}{"text":"y"}'],
];

const CHANGING_BODIES = [
  ...['[]', '{"foo":1}', '{"reply_mode":"AUTO"}', '{"reply_mode":1}', '{"reply_mode":["auto"]}'],
  ...['{"allowed":"true"}', '{"allowed":1}', '{"allowed":{}}', '{"__proto__":{"allowed":true}}'],
  ...[12, 1e99, true, '', 'tomorrow', '02:30', '2026-02-30T00:00:00Z', '2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z'],
  ...['2026-01-01', '2026-01-01T00:00:00', '2026-W01-1', '2026-W01-1T00:00:00Z', '2026-001', '2026-01-01T25:00:00Z'],
  ...['-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', '10000-01-01T00:00:00Z', '2026-01-01T00:00:00+99:99'],
].map((entry) =>
  typeof entry === 'string' && /^[{[n]/.test(entry) ? entry : JSON.stringify({ taken_over_until: entry }),
);

const TYPES = [
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', 'nonsense'],
  ...['application/json; charset=utf-16', 'application/json; charset=latin1'],
];

const KEYS = ['', ' ', 'x'.repeat(201), 'x'.repeat(9_000), 'caf\u00e9', 'a b\tc'];

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

describe('bad input over REST', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    await app.phone(PHONE).say('hello', { fromMe: true });
    await app.phone('+34600001301').say('hello', { fromMe: true });
    await app.drained();
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  /** Sends the address as it stands: `fetch` would tidy it up. */
  async function send(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: string | Buffer; readonly headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { hostname, port } = new URL(app.url);
    const request = httpRequest({
      hostname,
      port,
      method,
      path,
      headers: { authorization: `Bearer ${TEST_API_KEY}`, connection: 'close', ...headers },
    });
    // What is refused early may be cut off while we still write.
    request.on('error', () => undefined).end(body);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    for await (const piece of response.setEncoding('utf8')) text += String(piece);
    return { status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text };
  }

  function expectRefused({ status, type, text }: Answer): void {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(type).toMatch(/^application\/problem\+json/);
    expect(text.length).toBeLessThan(20_000);
  }

  it.each([
    ['GET', `${CHATS}/{id}`],
    ['GET', `${CHATS}/{id}/messages`],
    ['GET', '/api/conversations/tasks/{id}'],
    ['DELETE', '/api/keys/{id}'],
    ['POST', '/api/conversations/outbox/{id}/approve'],
    ['POST', '/api/conversations/outbox/{id}/discard'],
    ['POST', '/api/outbox/{id}/resolve'],
    ['GET', '/api/whatsapp/accounts/{id}/sending'],
    ['PATCH', '/api/whatsapp/accounts/{id}/sending'],
  ])('refuses every odd id in %s %s', async (method, path) => {
    for (const id of IDS) expectRefused(await send(method, path.replace('{id}', id)));
  });

  it('refuses every odd chat to write to, to change or to search in', async () => {
    for (const id of IDS) {
      expectRefused(await send('POST', `${CHATS}/${id}/messages`, { body: '{"text":"x"}', headers: JSON_TYPE }));
      expectRefused(await send('PATCH', `${CHATS}/${id}`, { body: '{"allowed":true}', headers: JSON_TYPE }));
      expectRefused(await send('GET', `/api/conversations/messages/search?q=x&chat=${id}`));
    }
  });

  it.each(LISTS)('refuses every odd query of %s', async (path) => {
    const words = path.endsWith('search') ? 'q=x&' : '';
    for (const query of QUERIES) expectRefused(await send('GET', `${path}?${words}${query}`));
  });

  it('refuses cursors that were cut, changed or made for another list', async () => {
    const { text } = await send('GET', `${CHATS}?limit=1`);
    const { next_cursor: cursor } = JSON.parse(text) as { next_cursor: string };
    expect((await send('GET', `${CHATS}?cursor=${cursor}`)).status).toBe(200);
    const changed = `${cursor.startsWith('A') ? 'B' : 'A'}${cursor.slice(1)}`;
    for (const forged of [cursor.slice(1), cursor.slice(0, -1), `${cursor}A`, `${cursor}=`, changed]) {
      expectRefused(await send('GET', `${CHATS}?cursor=${forged}`));
    }
    for (const list of LISTS.slice(1)) {
      expectRefused(await send('GET', `${list}?${list.endsWith('search') ? 'q=x&' : ''}cursor=${cursor}`));
    }
  });

  it('refuses searches without words, and with too many', async () => {
    for (const query of ['', 'q=', `q=${'x'.repeat(501)}`, 'q=a&q=b', 'q[]=a', 'q=x&state=sent']) {
      expectRefused(await send('GET', `/api/conversations/messages/search?${query}`));
    }
    for (const query of ['%00', '%ED%A0%80', '%ff', "'%20%26%20!", '(((', ':*', '%F0%9F%92%A9', 'x'.repeat(500)]) {
      expect((await send('GET', `/api/conversations/messages/search?q=${query}`)).status).toBeLessThan(500);
    }
  });

  it('refuses states that the outbox does not know', async () => {
    for (const state of ['', 'SENT', 'sent,draft', '%00', '__proto__', 'x'.repeat(5_000)]) {
      expectRefused(await send('GET', `/api/conversations/outbox?state=${state}`));
    }
  });

  it('refuses every odd message to send', async () => {
    for (const body of [...SENDING_BODIES, Buffer.from([0x7b, 0xff, 0x7d])]) {
      expectRefused(await send('POST', `${CHATS}/${PHONE}/messages`, { body, headers: JSON_TYPE }));
    }
    for (const type of TYPES) {
      const headers = { 'content-type': type };
      expectRefused(await send('POST', `${CHATS}/${PHONE}/messages`, { body: '{"text":"x"}', headers }));
    }
    for (const key of KEYS) {
      const headers = { ...JSON_TYPE, 'idempotency-key': key };
      expectRefused(await send('POST', `${CHATS}/${PHONE}/messages`, { body: '{"text":"x"}', headers }));
    }
    // Attachments are sent here, so larger bodies are read: a text of that length is refused all the same.
    expectRefused(await send('POST', `${CHATS}/${PHONE}/messages`, { body: HUGE, headers: JSON_TYPE }));
    const beyond = { body: JSON.stringify({ text: 'x'.repeat(24 * 1024 * 1024) }), headers: JSON_TYPE };
    expect((await send('POST', `${CHATS}/${PHONE}/messages`, beyond)).status).toBe(413);
  });

  it('refuses every odd change of a chat', async () => {
    for (const body of CHANGING_BODIES) {
      expectRefused(await send('PATCH', `${CHATS}/${PHONE}`, { body, headers: JSON_TYPE }));
    }
  });

  it('refuses every odd key to make', async () => {
    for (const expiry of ['2026-W01-1T00:00:00Z', '2026-02-30T00:00:00Z', '+275760-09-13T00:00:00Z', 1, '']) {
      const body = JSON.stringify({ name: 'x', scopes: ['chats:read'], expires_at: expiry });
      expectRefused(await send('POST', '/api/keys', { body, headers: JSON_TYPE }));
    }
  });

  it('refuses every odd message of a simulated phone', async () => {
    for (const sentAt of ['2026-W01-1', '2026-W01-1T00:00:00Z', '2026-02-30T00:00:00Z', '+275760-09-13T00:00:00Z', 1]) {
      const body = JSON.stringify({ from: PHONE, body: 'x', sent_at: sentAt });
      expectRefused(await send('POST', '/api/simulator/messages', { body, headers: JSON_TYPE }));
    }
    for (const id of IDS) expectRefused(await send('GET', `/api/simulator/deliveries?after=${id}`));
  });

  it('refuses methods that a route does not have', async () => {
    for (const method of ['PUT', 'DELETE', 'TRACE', 'PROPFIND']) expectRefused(await send(method, CHATS));
  });

  it('has lost nothing and sent nothing by all that', async () => {
    const { text } = await send('GET', CHATS);
    expect((JSON.parse(text) as { chats: object[] }).chats).toEqual([
      expect.objectContaining({ message_count: 1, reply_mode: null, allowed: null }),
      expect.objectContaining({ message_count: 1, reply_mode: null, allowed: null }),
    ]);
    expect(JSON.parse((await send('GET', '/api/conversations/outbox')).text)).toMatchObject({ outbox: [] });
  });

  it('sends what is odd, yet a text', async () => {
    for (const body of [
      '{"text":"a\\u0000b"}',
      '{"text":"\\ud800"}',
      '{"text":" "}',
      `{"text":"${'x'.repeat(65_536)}"}`,
      `{"text":"${'x'.repeat(65_537)}"}`,
    ]) {
      const headers = { ...JSON_TYPE, 'idempotency-key': `key-${body.length}` };
      expect((await send('POST', `${CHATS}/${PHONE}/messages`, { body, headers })).status).toBe(202);
      expect((await send('POST', `${CHATS}/${PHONE}/messages`, { body, headers })).status).toBe(202);
    }
    await app.drained();
    const texts = (await app.phone(PHONE).ledger()).map(({ body }) => body);
    expect(texts).toEqual(['ab', '\ufffd', ' ', 'x'.repeat(65_536), 'x'.repeat(65_536), 'x']);
  });
});
