import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { PersonTokens } from '#security';

import { MemoryRestStage, type Acquaintance, type Answer } from '../../../testing/memory-rest-stage.js';

const CHARACTER = '/api/v1/characters/default';

describe('what people see of their own memory', () => {
  let stage: MemoryRestStage;
  let ana: Acquaintance;
  let ben: Acquaintance;
  let token: string;

  beforeAll(async () => {
    stage = await MemoryRestStage.open();
    [ana, ben] = [await stage.person(), await stage.person()];
    ({ token } = await stage.part(PersonTokens).issue({ contactId: ana.contactId }));
  });

  afterAll(() => stage.close());

  async function asAna<T = { code?: string; longTermMemory?: { fact: string }[] }>(
    method: string,
    path: string,
    body?: object,
  ): Promise<Answer<T>> {
    const response = await stage.app.request(`${CHARACTER}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  it.each(['me', 'their id', 'their id in capitals'])('is theirs by %s', async (name) => {
    const id = name === 'me' ? 'me' : name === 'their id' ? ana.contactId : ana.contactId.toUpperCase();
    await stage.tell(ana.contactId, { text: 'Grows lemons' });
    await stage.tell(ben.contactId, { text: 'Grows canaries' });
    const memory = await asAna('GET', `/memory/${id}`);
    expect(memory).toMatchObject({ status: 200, body: { userId: ana.contactId } });
    expect(memory.body.longTermMemory?.map(({ fact }) => fact)).toEqual(['Grows lemons']);
    expect(await asAna('GET', `/relationship/${id}`)).toMatchObject({ status: 200, body: { stage: 'stranger' } });
  });

  it('can be deleted by them, one by one', async () => {
    const [id = ''] = await stage.tell(ana.contactId, { text: 'Fears the sea' });
    expect(await asAna('DELETE', `/memory/me/${id}`)).toEqual({ status: 204, body: null });
    const { body } = await stage.call<{ longTermMemory: { fact: string }[] }>('GET', `${ana.path}?status=all`);
    expect(body.longTermMemory.map(({ fact }) => fact)).not.toContain('Fears the sea');
  });

  it('is nobody else’s: another person is not there, by whatever name', async () => {
    const [id = ''] = await stage.tell(ben.contactId, { text: 'Keeps a secret' });
    const gone = { status: 404, body: { code: 'memory.user-not-found' } };
    for (const name of [ben.contactId, encodeURIComponent(ben.phone), `${ben.phone.slice(1)}@c.us`, newId()]) {
      expect(await asAna('GET', `/memory/${name}`)).toMatchObject(gone);
      expect(await asAna('GET', `/relationship/${name}`)).toMatchObject(gone);
      expect(await asAna('DELETE', `/memory/${name}/${id}`)).toMatchObject(gone);
    }
    expect(await asAna('DELETE', `/memory/me/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'memory.not-found' },
    });
    const { body } = await stage.call<{ longTermMemory: { fact: string }[] }>('GET', ben.path);
    expect(body.longTermMemory.map(({ fact }) => fact)).toContain('Keeps a secret');
  });

  it('is written and exported by operators alone', async () => {
    const refused = { status: 403, body: { code: 'auth.not-for-people' } };
    const fact = { fact: 'Owns the place', category: 'personal' };
    expect(await asAna('POST', '/memory/me', fact)).toMatchObject(refused);
    expect(await asAna('PATCH', `/memory/me/${newId()}`, fact)).toMatchObject(refused);
    expect(await asAna('DELETE', '/memory/me')).toMatchObject(refused);
    expect(await asAna('GET', '/memory/me/export')).toMatchObject(refused);
    expect(await asAna('GET', '/memory/me/search?q=lemons')).toMatchObject(refused);
  });

  it('is of whom the site calls so, before whose phone number it may be', async () => {
    const [digits, phone] = [ben.phone.slice(1), encodeURIComponent(ben.phone)];
    expect(await stage.call('GET', `${CHARACTER}/memory/${digits}`)).toMatchObject({ body: { userId: ben.contactId } });
    const body = JSON.stringify({ userId: digits });
    expect((await stage.app.request('/api/v1/tokens', { method: 'POST', body })).status).toBe(201);
    const site = await stage.call<{ userId: string }>('GET', `${CHARACTER}/memory/${digits}`);
    expect([site.status, site.body.userId === ben.contactId]).toEqual([200, false]);
    expect(await stage.call('GET', `${CHARACTER}/memory/${phone}`)).toMatchObject({ body: { userId: ben.contactId } });
  });

  it('has nobody called `me` for operators', async () => {
    expect(await stage.call('GET', `${CHARACTER}/memory/me`)).toMatchObject({ status: 404 });
  });

  it('is that of the person they were merged into', async () => {
    const [winner, loser] = [await stage.person(), await stage.person()];
    const { token: old } = await stage.part(PersonTokens).issue({ contactId: loser.contactId });
    await stage.tell(winner.contactId, { text: 'Plays the cello' });
    await stage
      .part(DataSource)
      .query('UPDATE contacts SET merged_into = $1 WHERE id = $2', [winner.contactId, loser.contactId]);
    const response = await stage.app.request(`${CHARACTER}/memory/me`, { headers: { authorization: `Bearer ${old}` } });
    expect(await response.json()).toMatchObject({
      userId: winner.contactId,
      longTermMemory: [{ fact: 'Plays the cello' }],
    });
  });
});
