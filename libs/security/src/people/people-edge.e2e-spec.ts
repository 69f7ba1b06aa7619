import { DataSource } from 'typeorm';

import { newId } from '#kernel';

import { CANARY, startEdgeApp, type EdgeApp } from '../../testing/edge-app.js';
import { PersonTokens } from './person-tokens.service.js';

describe('a person’s token at the edge', () => {
  let edge: EdgeApp;
  let contactId: string;
  let token: string;

  beforeAll(async () => {
    edge = await startEdgeApp();
    contactId = await newContact(edge);
    ({ token } = await edge.app.get(PersonTokens, { strict: false }).issue({ contactId }));
  });

  afterAll(() => edge.close());

  it.each(['mine', 'ours'])('opens what is for people, /notes/%s, and tells who looks', async (path) => {
    const { text } = await edge.call(`/notes/${path}`, {}, token);
    expect(JSON.parse(text)).toEqual({ viewer: { kind: 'person', contactId } });
    expect(JSON.parse((await edge.call(`/notes/${path}`)).text)).toEqual({ viewer: { kind: 'operator' } });
  });

  it.each(['/notes', '/notes/forgotten', '/notes/half-forgotten', '/open/closed', '/notes/crash', '/api/keys'])(
    'does not open %s',
    async (path) => {
      const { response, text, problem } = await edge.call(path, {}, token);
      expect([response.status, problem.code]).toEqual([403, 'auth.not-for-people']);
      expect(text).not.toContain(CANARY);
    },
  );

  it('lets nobody in where only people are named, and no rule is', async () => {
    expect((await edge.call('/notes/half-forgotten')).response.status).toBe(403);
  });

  it('makes no API keys', async () => {
    const { response } = await edge.post('/api/keys', { name: 'mine', scopes: ['notes:read'] }, token);
    expect(response.status).toBe(403);
  });

  it.each([
    ['cut', () => token.slice(0, -1)],
    ['too long for any token of ours', () => `${token}${'A'.repeat(2_100)}`],
    ['of three parts that are nothing', () => 'a.b.c'],
    ['of more parts', () => `${token}.${token}`],
  ])('is nobody’s when it is %s', async (_, make) => {
    const { response, problem } = await edge.call('/notes/mine', {}, make());
    expect([response.status, problem.code]).toEqual([401, 'auth.required']);
  });

  it('says that it is over, so that another one is asked for', async () => {
    const tokens = edge.app.get(PersonTokens, { strict: false });
    const { token: over } = await tokens.issue({ contactId, ttlSeconds: -1 });
    const { response, problem } = await edge.call('/notes/mine', {}, over);
    expect([response.status, problem.code]).toEqual([401, 'auth.expired']);
    // Whoever made it up learns nothing.
    const forged = await edge.call('/notes/mine', {}, `${over.slice(0, -4)}AAAA`);
    expect([forged.response.status, forged.problem.code]).toEqual([401, 'auth.required']);
  });

  it('stops when it is revoked', async () => {
    const tokens = edge.app.get(PersonTokens, { strict: false });
    const { token: short } = await tokens.issue({ contactId: await newContact(edge) });
    const principal = await tokens.verify(short);
    expect((await edge.call('/notes/mine', {}, short)).response.status).toBe(200);
    await tokens.revoke(principal?.person?.tokenId ?? '');
    expect((await edge.call('/notes/mine', {}, short)).response.status).toBe(401);
  });
});

describe('the rate limit', () => {
  it('of wrong keys counts no tokens that are over, and locks nobody out who has a good one', async () => {
    const edge = await startEdgeApp();
    const tokens = edge.app.get(PersonTokens, { strict: false });
    const contactId = await newContact(edge);
    const over = await tokens.issue({ contactId, ttlSeconds: -1 });
    const good = await tokens.issue({ contactId });
    const statuses = async (times: number, key: string) => {
      const seen = new Set<number>();
      for (let call = 0; call < times; call += 1) seen.add((await edge.call('/notes/mine', {}, key)).response.status);
      return [...seen];
    };
    const key = `sec_${'0'.repeat(12)}_${'a'.repeat(43)}`;
    expect(await statuses(100, over.token)).toEqual([401]);
    expect(await statuses(100, key)).toEqual([401, 429]);
    expect(await statuses(1, good.token)).toEqual([200]);
    await edge.close();
  });

  it('of an address counts tokens that are over', async () => {
    const edge = await startEdgeApp(5);
    const seen: number[] = [];
    for (let call = 0; call < 6; call += 1) {
      seen.push((await edge.call('/notes/mine', {}, 'a.b.c')).response.status);
    }
    await edge.close();
    expect(seen).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('counts a person, however many tokens they have', async () => {
    const edge = await startEdgeApp(5);
    const tokens = edge.app.get(PersonTokens, { strict: false });
    const [one, other] = [await newContact(edge), await newContact(edge)];
    const statuses: number[] = [];
    for (let call = 0; call < 6; call += 1) {
      const { token } = await tokens.issue({ contactId: one });
      statuses.push((await edge.call('/notes/mine', {}, token)).response.status);
    }
    const { token } = await tokens.issue({ contactId: other });
    statuses.push((await edge.call('/notes/mine', {}, token)).response.status);
    await edge.close();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 200]);
  });
});

async function newContact({ app }: EdgeApp): Promise<string> {
  const [account, contact] = [newId(), newId()];
  await app.get(DataSource).query(
    `WITH account AS (INSERT INTO accounts (id, name, connector) VALUES ($1, $3, 'simulator') RETURNING id)
     INSERT INTO contacts (id, account_id) SELECT $2, id FROM account`,
    [account, contact, account],
  );
  return contact;
}
