import { DataKeys, PersonTokens } from '#security';

import { CharactersStage, type Answer } from '../../testing/characters-stage.js';

interface Token {
  readonly token: string;
  readonly expiresAt: string;
}

interface Problem {
  readonly code: string;
}

describe('tokens for people', () => {
  let stage: CharactersStage;

  beforeAll(async () => {
    stage = await CharactersStage.open();
  });

  afterAll(() => stage.close());

  async function post<T = Token & Problem>(path: string, body: unknown, key?: string): Promise<Answer<T>> {
    const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await stage.app.request(`/api/v1/tokens${path}`, { method: 'POST', body: sent, headers });
    return { status: response.status, body: (await response.json()) as T };
  }

  const contactOf = async (token: string) => (await stage.part(PersonTokens).verify(token))?.person?.contactId;

  const statusWith = async (token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await stage.app.request('/api/v1/characters', { headers })).status;
  };

  async function keyFor(...scopes: readonly string[]): Promise<string> {
    const body = JSON.stringify({ name: 'site', scopes });
    return ((await (await stage.app.request('/api/keys', { method: 'POST', body })).json()) as { key: string }).key;
  }

  it('are good for a day, for who is made known by them', async () => {
    const { status, body } = await post('', { userId: 'visitor-1', name: ' Ana ' });
    expect([status, Object.keys(body).toSorted()]).toEqual([201, ['expiresAt', 'token']]);
    const left = new Date(body.expiresAt).getTime() - Date.now();
    expect(left).toBeGreaterThan(86_340_000);
    expect(left).toBeLessThanOrEqual(86_400_000);
    expect(await statusWith(body.token)).toBe(200);
    const [contact] = await stage.query<{ name: string; value: string }>(
      `SELECT contacts.name, value FROM contacts JOIN contact_aliases ON contact_id = contacts.id AND kind = 'web'
       WHERE contacts.id = $1`,
      [await contactOf(body.token)],
    );
    expect(contact).toEqual({ name: 'Ana', value: 'visitor-1' });
  });

  it('are of one person by whatever name they are asked for, in whatever number at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => post('', { userId: 'visitor-2' })));
    const contacts = new Set(await Promise.all(all.map(({ body }) => contactOf(body.token))));
    expect([...new Set(all.map(({ status }) => status)), contacts.size]).toEqual([201, 1]);
    const [id] = contacts;
    expect(await contactOf((await post('', { userId: id })).body.token)).toBe(id);
  });

  it('are not made for somebody who was erased, by no name, and leave what they had alone', async () => {
    const { body } = await post('', { userId: 'visitor-gone' });
    const contactId = (await contactOf(body.token)) ?? '';
    await stage.part(DataKeys).erase(contactId);
    for (const userId of ['visitor-gone', contactId]) {
      const refused = await post('', { userId });
      expect([refused.status, refused.body.code]).toEqual([404, 'person.erased']);
    }
    expect(await stage.query('SELECT 1 FROM data_keys WHERE subject_id = $1', [contactId])).toEqual([]);
  });

  it('are of who has the phone number in WhatsApp', async () => {
    const { contactId } = await stage.chat('Hello');
    const [alias] = await stage.query<{ value: string }>(
      `SELECT value FROM contact_aliases WHERE contact_id = $1 AND kind = 'pn'`,
      [contactId],
    );
    for (const userId of [contactId, `+${alias?.value}`, `${alias?.value}@c.us`]) {
      expect(await contactOf((await post('', { userId, ttlSeconds: 60 })).body.token)).toBe(contactId);
    }
  });

  it('stop all at once', async () => {
    const tokens = [await post('', { userId: 'visitor-3' }), await post('', { userId: 'visitor-3' })];
    const other = await post('', { userId: 'visitor-4' });
    for (const { body } of tokens) expect(await statusWith(body.token)).toBe(200);
    expect(await post('/revoke', { userId: 'visitor-3' })).toEqual({ status: 200, body: { revoked: 2 } });
    for (const { body } of tokens) expect(await statusWith(body.token)).toBe(401);
    expect(await statusWith(other.body.token)).toBe(200);
    expect(await post('/revoke', { userId: 'visitor-3' })).toEqual({ status: 200, body: { revoked: 0 } });
  });

  it('do not stop for somebody who is not known, who is not made known by it', async () => {
    const gone = { status: 404, body: { code: 'person.not-found' } };
    expect(await post('/revoke', { userId: 'nobody' })).toMatchObject(gone);
    expect(await post('/revoke', { userId: 'nobody' })).toMatchObject(gone);
  });

  it('are made by whoever has the scope, and by no person', async () => {
    const site = await keyFor('tokens:write');
    const { status, body } = await post('', { userId: 'visitor-5' }, site);
    expect(status).toBe(201);
    expect((await post('', { userId: 'visitor-5' }, await keyFor('chats:write'))).status).toBe(403);
    expect((await post('', { userId: 'visitor-6' }, body.token)).body.code).toBe('auth.not-for-people');
    expect((await post('/revoke', { userId: 'visitor-6' }, body.token)).body.code).toBe('auth.not-for-people');
    expect((await stage.app.request('/api/keys', { headers: { authorization: `Bearer ${site}` } })).status).toBe(403);
  });

  it.each([
    [{}],
    [{ userId: '' }],
    [{ userId: ' ' }],
    [{ userId: 7 }],
    [{ userId: null }],
    [{ userId: 'x'.repeat(201) }],
    [{ userId: 'a\u0000b' }],
    [{ userId: 'a\nb' }],
    [{ userId: '\ud800' }],
    [{ userId: 'a', name: '' }],
    [{ userId: 'a', name: 'x'.repeat(101) }],
    [{ userId: 'a', ttlSeconds: 59 }],
    [{ userId: 'a', ttlSeconds: 2_592_001 }],
    [{ userId: 'a', ttlSeconds: 60.5 }],
    [{ userId: 'a', ttlSeconds: '60' }],
    [{ userId: 'a', ttl: 60 }],
    ['{"userId": "a", "ttlSeconds": 1e999}'],
    ['{"userId": "a", "__proto__": {"userId": "b"}}'],
    ['{"userId": "a", "userId": "b"}'],
    ['[]'],
  ])('are not made of %j', async (body) => {
    expect((await post('', body)).status).toBe(400);
  });

  it('may be asked for with nulls where nothing is to be said', async () => {
    expect((await post('', { userId: 'visitor-7', name: null, ttlSeconds: null })).status).toBe(201);
  });

  it('take of a name what can be shown', async () => {
    const { body } = await post('', { userId: 'visitor-8', name: ' A\u0000na\ud800 ' });
    expect(await stage.part(PersonTokens).verify(body.token)).toMatchObject({ name: 'Ana\ufffd' });
  });
});
