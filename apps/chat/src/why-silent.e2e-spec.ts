import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp } from '#testing/app';

import { PhoneClient } from './phone-client.js';

describe('why no answer comes', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const phoneOf = (phone: string) =>
    new PhoneClient({ phone, name: 'Ana', url: app.url, key: TEST_API_KEY, waitSeconds: 1 });

  /** The reason, once the secretary has decided. */
  async function why(phone: string, ...bodies: readonly string[]): Promise<string> {
    const client = phoneOf(phone);
    let id = '';
    for (const body of bodies) {
      id = await client.write(body);
      await app.drained();
    }
    return client.whySilent(id);
  }

  async function change(phone: string, what: object): Promise<void> {
    await phoneOf(phone).write('hello');
    await app.drained();
    const init = { method: 'PATCH', body: JSON.stringify(what) };
    expect((await app.request(`/api/conversations/chats/${phone}`, init)).status).toBe(200);
  }

  it('is STOP', async () => {
    expect(await why('+34600003001', 'STOP', 'hello?')).toMatch(/wrote STOP/);
  });

  it.each([
    ['+34600003002', { reply_mode: 'paused' }, /paused/],
    ['+34600003003', { allowed: false }, /ALLOW_LIST/],
    ['+34600003004', { taken_over_until: '2100-01-01T00:00:00Z' }, /hand it back/],
  ])('is what the operator has set for %s: %j', async (phone, what, says) => {
    await change(phone, what);
    expect(await why(phone, 'hello?')).toMatch(says);
  });

  it('is a draft, which the address it names sends', async () => {
    const phone = '+34600003005';
    await change(phone, { reply_mode: 'draft' });
    const [, path = ''] = /POST (\S+)/.exec(await why(phone, 'hello?')) ?? [];
    expect((await app.request(path, { method: 'POST' })).status).toBe(204);
    const client = app.phone(phone);
    await waitFor(async () => (await client.ledger()).length === 2, { what: 'the approved answer' });
  });

  it('is that nothing was stored', async () => {
    expect(await phoneOf('+34600003006').whySilent('nothing')).toMatch(/not received/);
  });

  it('is told of each burst by its turns', async () => {
    const phone = '+34600003007';
    await why(phone, 'hello', 'STOP', 'hello?');
    const list = async (query: string) =>
      (await (await app.request(`/api/conversations/chats/${phone}/turns?${query}`)).json()) as {
        turns: { state: string; reason: string | null; outbox: { state: string }[] }[];
        next_cursor: string | null;
      };
    const { turns, next_cursor: next } = await list('limit=2');
    expect(turns).toMatchObject([
      { state: 'silent', reason: 'opted-out', outbox: [] },
      { state: 'answered', reason: 'stop', outbox: [{ state: 'sent' }] },
    ]);
    expect(await list(`limit=2&cursor=${next ?? ''}`)).toMatchObject({
      turns: [{ state: 'answered', reason: null, outbox: [{ state: 'sent' }] }],
      next_cursor: null,
    });
  });
});
