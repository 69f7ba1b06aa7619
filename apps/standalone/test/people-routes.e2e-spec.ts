import type { OpenAPIObject } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { openApiOf } from '../../platform/src/index.js';

const ANA = '+34600000001';
const BEN = '+34600000002';
const SECRET = 'canaries';

/** What people may call: to open a route for them is to write it down here. */
const FOR_PEOPLE = [
  'DELETE /api/v1/characters/{id}/memory/{userId}/{memoryId}',
  'DELETE /api/v1/conversations/{id}',
  'DELETE /api/v1/messages/{messageId}',
  'GET /api/v1/characters',
  'GET /api/v1/characters/{id}',
  'GET /api/v1/characters/{id}/avatar',
  'GET /api/v1/characters/{id}/memory/{userId}',
  'GET /api/v1/characters/{id}/relationship/{userId}',
  'GET /api/v1/conversations',
  'GET /api/v1/conversations/analytics',
  'GET /api/v1/conversations/search',
  'GET /api/v1/conversations/{id}',
  'GET /api/v1/conversations/{id}/analytics',
  'GET /api/v1/conversations/{id}/export',
  'GET /api/v1/conversations/{id}/messages',
  'GET /api/v1/conversations/{id}/messages/search',
  'POST /api/v1/conversations',
  'POST /api/v1/conversations/{id}/archive',
  'POST /api/v1/conversations/{id}/messages',
  'POST /api/v1/conversations/{id}/report',
  'POST /api/v1/messages/{messageId}/report',
  'PUT /api/v1/conversations/{id}',
  'PUT /api/v1/conversations/{id}/messages/read',
];
/** What routes must be sent to get as far as looking for what is in their address; nothing where nothing is said. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/conversations': { characterId: 'default' },
  'POST /api/v1/conversations/{id}/messages': { content: 'Hello' },
  'PUT /api/v1/conversations/{id}': { title: 'Mine' },
  'PUT /api/v1/conversations/{id}/messages/read': {},
};

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly open: boolean;
  readonly forPeople: boolean;
}

/** What one person has, and another may not see. */
interface Belongings {
  readonly conversation: string;
  readonly message: string;
}

describe('people', () => {
  let database: TestDatabase;
  let app: TestApp;
  let routes: readonly Route[];
  let [ana, ben, anaId, memoryId] = ['', '', '', ''];
  let onTheWeb: Belongings;
  let onWhatsApp: Belongings;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    routes = routesOf(openApiOf(app.app));
    await app.phone(ANA).say(`I breed ${SECRET}`);
    await app.phone(BEN).say('Hello');
    await app.drained();
    [ana, ben] = [await tokenOf(ANA), await tokenOf(BEN)];
    onWhatsApp = await chatOf('34600000001@c.us');
    onTheWeb = await begin(ana);
    ({ memoryId } = await post<{ memoryId: string }>('/api/v1/characters/default/memory/34600000001', {
      fact: `Breeds ${SECRET}`,
      category: 'habit',
    }));
    await post('/api/v1/characters', {
      ...{ name: 'Mara', slug: 'mara', age: 40, gender: 'woman', traits: ['warm'], description: SECRET },
      maturity: 'mature',
    });
    await app.drained();
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  async function post<T>(path: string, body: object, token?: string): Promise<T> {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await app.request(path, { method: 'POST', body: JSON.stringify(body), headers });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  const tokenOf = async (userId: string) => (await post<{ token: string }>('/api/v1/tokens', { userId })).token;

  async function chatOf(externalId: string): Promise<Belongings> {
    const [row] = await app.app.get(DataSource).query<(Belongings & { readonly person: string })[]>(
      `SELECT chats.id AS conversation, contact_id AS person, (SELECT id FROM messages WHERE chat_id = chats.id LIMIT 1) AS message
       FROM chats WHERE external_id = $1`,
      [externalId],
    );
    if (!row) throw new Error('there is no such chat');
    anaId = row.person;
    return row;
  }

  async function begin(token: string): Promise<Belongings> {
    const { id } = await post<{ id: string }>('/api/v1/conversations', { characterId: 'default' }, token);
    const said = await post<{ id: string }>(`/api/v1/conversations/${id}/messages`, { content: SECRET }, token);
    return { conversation: id, message: said.id };
  }

  async function call(token: string, { name, method, path }: Pick<Route, 'name' | 'method' | 'path'>) {
    const body = BODIES[name];
    const response = await fetch(`${app.url}${path}${path.endsWith('/search') ? `?q=${SECRET}` : ''}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** The address of what Ana has; of characters, of one that is not for people whose age nobody knows. */
  function ofAna({ path, ...route }: Route, { conversation, message }: Belongings): Route {
    const ofCharacter = path.startsWith('/api/v1/characters/') && !path.includes('{userId}');
    const id = path.startsWith('/api/v1/conversations/') ? conversation : ofCharacter ? 'mara' : 'default';
    const filled = path
      .replace('{id}', id)
      .replace('{messageId}', message)
      .replace('{userId}', anaId)
      .replace('{memoryId}', memoryId);
    if (filled.includes('{')) throw new Error(`What stands for the names in ${path}?`);
    return { ...route, path: filled };
  }

  const named = () => routes.filter(({ forPeople, path }) => forPeople && path.includes('{'));

  it('may call what is written down here', () => {
    expect(
      routes
        .filter(({ forPeople }) => forPeople)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(FOR_PEOPLE);
  });

  it('may call nothing else', async () => {
    const others = routes.filter(({ open, forPeople }) => !open && !forPeople);
    expect(others.length).toBeGreaterThan(90);
    const answers: string[] = [];
    for (const { name, method, path } of others) {
      const { status, text } = await call(ana, { name: '', method, path: path.replace(/\{\w+\}/g, anaId) });
      answers.push(`${name}: ${status} ${(JSON.parse(text) as { code: string }).code}`);
    }
    expect(answers).toEqual(others.map(({ name }) => `${name}: 403 auth.not-for-people`));
  });

  it('find nothing of anybody else, on the web or on WhatsApp', async () => {
    const answers: string[] = [];
    for (const belongings of [onTheWeb, onWhatsApp]) {
      for (const route of named()) {
        const { status, text } = await call(ben, ofAna(route, belongings));
        answers.push(`${route.name}: ${status}`);
        expect(text).not.toContain(SECRET);
      }
    }
    expect(answers).toEqual([...named(), ...named()].map(({ name }) => `${name}: 404`));
  });

  it('find nothing of anybody else in any list', async () => {
    for (const route of routes.filter(
      ({ forPeople, method, path }) => forPeople && method === 'GET' && !path.includes('{'),
    )) {
      const { status, text } = await call(ben, route);
      expect([route.name, status]).toEqual([route.name, 200]);
      for (const theirs of [SECRET, anaId, onTheWeb.conversation, onTheWeb.message, onWhatsApp.conversation]) {
        expect(text).not.toContain(theirs);
      }
    }
  });

  // The last test: it deletes what it finds.
  it('find what is theirs', async () => {
    const deletingLast = named().toSorted(
      (one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'),
    );
    const messagesFirst = deletingLast.toSorted(
      (one, other) =>
        Number(one.name === 'DELETE /api/v1/conversations/{id}') -
        Number(other.name === 'DELETE /api/v1/conversations/{id}'),
    );
    await app.request(`/api/safety/contacts/${anaId}`, { method: 'PUT', body: '{"adult": "confirmed"}' });
    const missing: string[] = [];
    for (const route of messagesFirst) {
      const { status, text } = await call(ana, ofAna(route, onTheWeb));
      if (status >= 400) missing.push(`${route.name}: ${status} ${(JSON.parse(text) as { code: string }).code}`);
    }
    expect(missing).toEqual(['GET /api/v1/characters/{id}/avatar: 404 character.no-avatar']);
  });
});

function routesOf({ paths }: OpenAPIObject): Route[] {
  type Described = Readonly<Record<string, { readonly 'x-scopes'?: readonly string[]; readonly 'x-people'?: boolean }>>;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Described).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      open: operation['x-scopes'] === undefined,
      forPeople: operation['x-people'] === true,
    })),
  );
}
