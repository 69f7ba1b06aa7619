import { PersonTokens } from '#security';

import { CharactersStage, type Answer, type ShownCharacter } from '../../../testing/characters-stage.js';
import { ContactSafetyBook } from '../../safety/desk/contact-safety-book.service.js';
import type { Adulthood } from '../../safety/policy/safety-policy.js';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SHOWN = ['age', 'avatarUrl', 'description', 'gender', 'id', 'languages', 'name', 'slug'];

interface Page {
  readonly characters: readonly ShownCharacter[];
  readonly nextCursor: string | null;
}

describe('the characters that a person may know of', () => {
  let stage: CharactersStage;
  let contactId: string;
  let token: string;

  beforeAll(async () => {
    stage = await CharactersStage.open();
    ({ contactId } = await stage.chat());
    ({ token } = await stage.part(PersonTokens).issue({ contactId }));
  });

  afterAll(() => stage.close());

  async function see<T = ShownCharacter>(path: string): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${token}` };
    const response = await stage.app.request(`/api/v1/characters${path}`, { headers });
    return { status: response.status, body: (await response.json()) as T };
  }

  const slugs = async (query = ''): Promise<string[]> => {
    const { body } = await see<Page>(query);
    return body.characters.map(({ slug }) => slug);
  };

  const become = (adult: Adulthood) => stage.part(ContactSafetyBook).correct(contactId, { adult });

  it('show what people may know, and nothing of how they are instructed', async () => {
    const { slug } = await stage.character({
      name: 'Nora',
      description: '{{char}} waits for {{user}}.',
      boundaries: ['canary-boundary'],
      scenario: 'canary-scenario',
      exampleDialogues: [{ user: 'Hi', character: 'canary-line' }],
    });
    const list = await see<Page>('?limit=100');
    const one = await see(`/${slug}`);
    expect(Object.keys(one.body).toSorted()).toEqual(SHOWN);
    expect(one.body).toMatchObject({ name: 'Nora', description: 'Nora waits for you.', avatarUrl: null });
    expect(list.body.characters).toContainEqual(one.body);
    for (const character of list.body.characters) expect(Object.keys(character).toSorted()).toEqual(SHOWN);
    expect(JSON.stringify([list, one])).not.toContain('canary');
  });

  it('are the active ones', async () => {
    const { slug } = await stage.character({ name: 'Retired' });
    expect(await slugs()).toContain(slug);
    await stage.call('DELETE', `/${slug}`);
    for (const query of ['', '?status=all', '?status=retired']) expect(await slugs(query)).not.toContain(slug);
    expect(await see(`/${slug}`)).toMatchObject({ status: 404, body: { code: 'character.not-found' } });
    expect(await see(`/${slug}/avatar`)).toMatchObject({ status: 404, body: { code: 'character.not-found' } });
  });

  it.each<[Adulthood, boolean]>([
    ['unknown', false],
    ['minor', false],
    ['confirmed', true],
  ])('are those made for adults, too, when their adulthood is %s: %s', async (adult, seen) => {
    const { slug } = await stage.character({ name: `For ${adult}`, maturity: 'mature' });
    await stage.upload('PUT', `/${slug}/avatar`, PICTURE);
    await become(adult);
    for (const query of ['', '?maturity=mature']) expect((await slugs(query)).includes(slug)).toBe(seen);
    expect(await slugs('?maturity=general')).toEqual(expect.arrayContaining(['secretary', 'friend']));
    expect((await see(`/${slug}`)).status).toBe(seen ? 200 : 404);
    const headers = { authorization: `Bearer ${token}` };
    const picture = await stage.app.request(`/api/v1/characters/${slug}/avatar`, { headers });
    expect(picture.status).toBe(seen ? 200 : 404);
    await picture.body?.cancel();
  });

  it('tell of what they know of the person, and are not there where they know nothing and may not be known', async () => {
    const { id, slug } = await stage.character({ name: 'Mara', maturity: 'mature' });
    await become('unknown');
    for (const path of [`/${id}/memory/me`, `/${slug}/memory/me`, `/${slug}/relationship/me`]) {
      expect(await see(path)).toMatchObject({ status: 404, body: { code: 'memory.character-not-found' } });
    }
    const fact = JSON.stringify({ fact: 'Grows lemons', category: 'personal' });
    await stage.app.request(`/api/v1/characters/${id}/memory/${contactId}`, { method: 'POST', body: fact });
    const known = await see<{ longTermMemory: { fact: string }[] }>(`/${slug}/memory/me`);
    expect(known.body.longTermMemory.map((one) => one.fact)).toEqual(['Grows lemons']);
    await become('confirmed');
    const { slug: other } = await stage.character({ name: 'Open', maturity: 'mature' });
    expect((await see(`/${other}/relationship/me`)).status).toBe(200);
  });

  it('have pictures where they say', async () => {
    const { slug } = await stage.character({ name: 'Pictured' });
    await stage.upload('PUT', `/${slug}/avatar`, PICTURE);
    const { body } = await see(`/${slug}`);
    const headers = { authorization: `Bearer ${token}` };
    const response = await stage.app.request(String(body.avatarUrl), { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PICTURE);
  });

  it('come in pages, whose cursors hold for people of the same age alone', async () => {
    await become('unknown');
    const first = await see<Page>('?limit=1');
    const { nextCursor } = first.body;
    const second = await see<Page>(`?limit=1&cursor=${nextCursor}`);
    expect([...first.body.characters, ...second.body.characters].map(({ slug }) => slug)).toEqual([
      'secretary',
      'friend',
    ]);
    await become('confirmed');
    expect(await see(`?cursor=${nextCursor}`)).toMatchObject({ status: 400, body: { code: 'cursor.invalid' } });
  });

  it('are written by operators alone', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await stage.app.request('/api/v1/characters', { method: 'POST', body: '{}', headers });
    expect(response.status).toBe(403);
  });
});
