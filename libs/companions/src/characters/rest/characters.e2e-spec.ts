import { newId } from '#kernel';

import { CharactersStage, newCharacter, type ShownCharacter } from '../../../testing/characters-stage.js';
import { CharacterSeeds } from '../shipped/character-seeds.service.js';

interface Page {
  readonly characters: readonly ShownCharacter[];
  readonly nextCursor: string | null;
}

describe('the characters that the API keeps', () => {
  let stage: CharactersStage;

  beforeAll(async () => {
    stage = await CharactersStage.open();
  });

  afterAll(() => stage.close());

  it('has two from the beginning, under their ids, slugs and `default`', async () => {
    const { body } = await stage.call<Page>('GET', '');
    expect(body.characters.slice(0, 2)).toMatchObject([
      { slug: 'secretary', name: 'Alma', shipped: true, version: 1, maturity: 'general' },
      { slug: 'friend', name: 'Leo', shipped: true, version: 1, maturity: 'general' },
    ]);
    for (const name of ['secretary', 'SECRETARY', 'default', '00000000-0000-7000-8000-000000000001']) {
      expect(await stage.call('GET', `/${name}`)).toMatchObject({ status: 200, body: { slug: 'secretary' } });
    }
  });

  it('makes, changes, retires and brings back a character, and keeps every version', async () => {
    const made = await stage.character({ languages: ['es', 'PT-br', 'es'], greeting: 'Hi {{user}}' });
    expect(made).toMatchObject({
      ...newCharacter(),
      slug: 'vera',
      version: 1,
      status: 'active',
      languages: ['es', 'pt-BR'],
      greeting: 'Hi {{user}}',
      modelSettings: {},
      shipped: false,
      avatar: null,
    });
    expect((await stage.character()).slug).toBe('vera-2');
    const path = `/${made.slug}`;
    expect(await stage.call('PATCH', path, { age: 42, greeting: null })).toMatchObject({
      status: 200,
      body: { version: 2, age: 42, greeting: null, name: 'Vera', gender: 'woman' },
    });
    expect(await stage.call('PATCH', path, { age: 42 })).toMatchObject({ body: { version: 2 } });
    expect(await stage.call('POST', `${path}/versions/1/restore`)).toMatchObject({
      status: 200,
      body: { version: 3, age: 41, greeting: 'Hi {{user}}' },
    });
    expect(await stage.call('GET', `${path}/versions`)).toMatchObject({
      body: {
        versions: [
          { version: 3, restoredFrom: 1, changedBy: 'admin', sheet: { age: 41 } },
          { version: 2, restoredFrom: null, sheet: { age: 42 } },
          { version: 1, restoredFrom: null, sheet: { age: 41 } },
        ],
        nextCursor: null,
      },
    });
    expect((await stage.call('DELETE', path)).status).toBe(204);
    expect(await stage.call('GET', path)).toMatchObject({ body: { status: 'retired' } });
    const ids = async (query: string) => (await stage.call<Page>('GET', query)).body.characters.map(({ id }) => id);
    expect(await ids('')).not.toContain(made.id);
    expect(await ids('?status=retired')).toEqual([made.id]);
    expect(await ids('?status=all')).toContain(made.id);
    expect(await stage.call('PATCH', path, { status: 'active' })).toMatchObject({
      body: { status: 'active', version: 3 },
    });
  });

  it('gives its lists page by page', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await stage.call<Page>('GET', `?limit=1${more}`);
      seen.push(...body.characters.map(({ slug }) => slug));
      cursor = body.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 2)).toEqual(['secretary', 'friend']);
    const { body } = await stage.call<Page>('GET', '?limit=1');
    expect((await stage.call('GET', `?limit=1&status=all&cursor=${body.nextCursor}`)).status).toBe(400);
    expect((await stage.call('GET', `/friend/versions?cursor=${body.nextCursor}`)).status).toBe(400);
  });

  it('brings the shipped text back, and plants it once however many begin', async () => {
    await stage.call('PATCH', '/friend', { name: 'Leonard' });
    await Promise.all(Array.from({ length: 5 }, () => stage.part(CharacterSeeds).plant()));
    expect(await stage.call('GET', '/friend')).toMatchObject({ body: { name: 'Leonard', version: 2 } });
    expect(await stage.call('POST', '/friend/versions/shipped/restore')).toMatchObject({
      status: 200,
      body: { name: 'Leo', version: 3 },
    });
  });

  it('gives the shipped characters their newer texts, as long as nobody changed the older ones', async () => {
    const id = '00000000-0000-7000-8000-000000000001';
    await stage.query(
      `UPDATE character_versions SET sheet = jsonb_set(sheet, '{name}', '"Old"') WHERE character_id = $1`,
      [id],
    );
    await Promise.all(Array.from({ length: 5 }, () => stage.part(CharacterSeeds).plant()));
    expect(await stage.call('GET', '/secretary')).toMatchObject({ body: { name: 'Alma', version: 2 } });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['17', { age: 17 }, 'request.invalid'],
    ['-1', { age: -1 }, 'request.invalid'],
    ['18.5', { age: 18.5 }, 'request.invalid'],
    ['"30"', { age: '30' }, 'request.invalid'],
    ['null', { age: null }, 'request.invalid'],
    ['2^53', { age: 2 ** 53 }, 'request.invalid'],
    ['said in the background', { description: 'Vera is a girl. She is 16.' }, 'character.underage'],
    ['said as a trait', { traits: ['teenager'] }, 'character.underage'],
    ['said by the name', { scenario: 'Vera is only fifteen.' }, 'character.underage'],
    [
      'said in an example',
      { exampleDialogues: [{ user: 'hi', character: 'I am 14 years old' }] },
      'character.underage',
    ],
    ['said in Spanish', { description: 'Tiene 16 años y vive en Cádiz.' }, 'character.underage'],
  ])('never has a character under 18: %s', async (_, changes, code) => {
    const before = await stage.call<Page>('GET', '?status=all&limit=200');
    expect(await stage.call('POST', '', newCharacter(changes))).toMatchObject({ status: 400, body: { code } });
    expect(await stage.call('PATCH', '/friend', changes)).toMatchObject({ status: 400, body: { code } });
    expect((await stage.call<Page>('GET', '?status=all&limit=200')).body).toEqual(before.body);
  });

  it.each<[string, unknown]>([
    ['an unknown key', newCharacter({ rank: 1 })],
    ['an unknown key of the model', newCharacter({ modelSettings: { temperature: 1, maxTokens: 100, seed: 1 } })],
    ['a temperature of 3', newCharacter({ modelSettings: { temperature: 3, maxTokens: 100 } })],
    ['a million tokens', newCharacter({ modelSettings: { temperature: 1, maxTokens: 1_000_000 } })],
    ['topP of 0', newCharacter({ modelSettings: { temperature: 1, maxTokens: 100, topP: 0 } })],
    ['a model with a blank', newCharacter({ modelSettings: { temperature: 1, maxTokens: 100, model: 'a b' } })],
    ['NUL', newCharacter({ name: 'a\u0000b' })],
    ['a lone surrogate', '{"name":"\\ud800","age":30,"gender":"x","traits":[],"description":"x"}'],
    ['no name', newCharacter({ name: ' ' })],
    ['a name of two lines', newCharacter({ name: 'a\nb' })],
    ['too long a text', newCharacter({ description: 'x'.repeat(20_001) })],
    ['traits that are no list', newCharacter({ traits: 'x' })],
    ['a trait that is no text', newCharacter({ traits: [1] })],
    ['an unknown language', newCharacter({ languages: ['no language'] })],
    ['an unknown maturity', newCharacter({ maturity: 'adult' })],
    ['example lines that are a list', newCharacter({ exampleDialogues: [[]] })],
    ['null for a list', newCharacter({ boundaries: null })],
    ['an odd slug', newCharacter({ slug: '../x' })],
    ['a reserved slug', newCharacter({ slug: 'rules' })],
    ['a slug that is an id', newCharacter({ slug: newId() })],
    ['a list', []],
    ['nothing', ''],
    ['__proto__', '{"__proto__":{"age":3},"name":"x"}'],
    ['doubled keys', '{"name":"x","name":"y"}'],
  ])('refuses %s', async (_, body) => {
    const { status } = await stage.call('POST', '', body);
    expect(status).toBe(400);
  });

  it('refuses a slug that somebody has', async () => {
    expect(await stage.call('POST', '', newCharacter({ slug: 'friend' }))).toMatchObject({
      status: 409,
      body: { code: 'character.slug-taken' },
    });
  });

  it.each([
    ['GET', '/nobody'],
    ['GET', `/${newId()}`],
    ['GET', '/%00'],
    ['GET', '/..%2Fx'],
    ['GET', '/nobody/versions'],
    ['POST', '/friend/versions/99/restore'],
    ['POST', '/friend/versions/0/restore'],
    ['POST', '/friend/versions/x/restore'],
    ['DELETE', '/nobody'],
  ])('knows nothing at %s %s', async (method, path) => {
    expect((await stage.call(method, path)).status).toBe(404);
  });

  it('restores only what was shipped to what was shipped', async () => {
    const { slug } = await stage.character();
    expect(await stage.call('POST', `/${slug}/versions/shipped/restore`)).toMatchObject({ status: 404 });
  });

  it.each(['limit=0', 'limit=-1', 'limit=1e9', 'cursor=x', 'status=gone', 'page=2', 'status=all&status=all'])(
    'refuses a list of ?%s',
    async (query) => {
      expect((await stage.call('GET', `?${query}`)).status).toBe(400);
    },
  );

  it('does not retire who answers everybody', async () => {
    expect(await stage.call('DELETE', '/secretary')).toMatchObject({ status: 409, body: { code: 'character.in-use' } });
  });

  it('asks for a key with the right scope', async () => {
    const response = await stage.app.request('/api/keys', {
      method: 'POST',
      body: JSON.stringify({ name: 'reader', scopes: ['characters:read'] }),
    });
    const { key } = (await response.json()) as { key: string };
    const headers = { authorization: `Bearer ${key}` };
    expect((await stage.app.request('/api/v1/characters/friend', { headers })).status).toBe(200);
    expect((await stage.app.request('/api/v1/characters/friend', { method: 'DELETE', headers })).status).toBe(403);
    expect((await stage.app.request('/api/v1/characters', { headers: { authorization: 'Bearer x' } })).status).toBe(
      401,
    );
  });

  it('is known to the memory', async () => {
    const { id } = await stage.character();
    const { contactId } = await stage.chat();
    const response = await stage.app.request(`/api/v1/characters/${id}/memory/${contactId}`);
    expect(response.status).toBe(200);
  });

  it('loses no change of many at once', async () => {
    const { slug } = await stage.character();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => stage.call('PATCH', `/${slug}`, { age: 50 + n })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await stage.call('GET', `/${slug}`)).toMatchObject({ body: { version: 11 } });
  });
});
