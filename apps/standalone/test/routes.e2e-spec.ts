import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { OpenAPIObject } from '@nestjs/swagger';

import { unguardedRoutes } from '#security';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { openApiText } from '../../openapi/src/open-api-text.js';
import { openApiOf } from '../../platform/src/index.js';

const FILE = join(import.meta.dirname, '../../../docs/openapi.json');
/** As many requests without a key get a 401 in one minute, then it is 429. */
const FAILURES_PER_MINUTE = 60;
const ID = '00000000-0000-7000-8000-000000000000';

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What a key needs; none for a public route. */
  readonly scopes: readonly string[];
}

const description = JSON.parse(readFileSync(FILE, 'utf8')) as OpenAPIObject;
const routes = routesOf(description);
const guarded = routes.filter(({ scopes }) => scopes.length > 0);
const allScopes = [...new Set(guarded.flatMap(({ scopes }) => scopes)), 'nothing:read'];

describe('who may call what', () => {
  let database: TestDatabase;
  let app: TestApp;
  const keys = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  /** An API key that has these scopes and no others. */
  async function keyFor(scopes: readonly string[]): Promise<string> {
    const name = scopes.join();
    const response = keys.has(name)
      ? undefined
      : await app.request('/api/keys', { method: 'POST', body: JSON.stringify({ name: 'test', scopes }) });
    if (response) keys.set(name, ((await response.json()) as { key: string }).key);
    return keys.get(name) ?? '';
  }

  async function statusOf({ method, path }: Route, authorization?: string): Promise<number> {
    const response = await fetch(`${app.url}${path.replaceAll('{id}', ID)}`, {
      method,
      headers: authorization ? { authorization: `Bearer ${authorization}` } : {},
    });
    // A stream would never end.
    await response.body?.cancel();
    return response.status;
  }

  it('is described by docs/openapi.json as the application serves it', () => {
    expect(openApiText(openApiOf(app.app))).toBe(readFileSync(FILE, 'utf8'));
  });

  it('is said of every route', () => {
    expect(unguardedRoutes(app.app)).toEqual([]);
  });

  it('leaves nothing open but the way in and the health', () => {
    const open = routes.filter(({ scopes }) => scopes.length === 0).map(({ name }) => name);
    expect(open).toEqual(['GET /', 'GET /health', 'GET /health/live', 'GET /health/ready']);
  });

  it.each([
    ['a browser', 'text/html,application/xhtml+xml,*/*;q=0.8', 302, '/docs'],
    ['a program', 'application/json', 200, null],
    ['curl', '*/*', 200, null],
  ])('leads %s to the documentation, and tells it nothing else', async (_, accept, status, location) => {
    const response = await fetch(`${app.url}/?q=x`, { headers: { accept }, redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([status, location]);
    expect(response.headers.get('vary')).toBe('Accept');
    expect(await response.json()).toEqual({ docs: '/docs', openapi: '/docs/openapi.json', health: '/health' });
  });

  it.each(guarded.map((route) => [route.name, route] as const))('%s needs a key with its scope', async (_, route) => {
    const others = allScopes.filter((scope) => !route.scopes.includes(scope));
    expect(await statusOf(route, await keyFor(others))).toBe(403);
    expect(await statusOf(route, await keyFor(['nothing:read']))).toBe(403);
    expect([401, 403, 500]).not.toContain(await statusOf(route, await keyFor(route.scopes)));
  });

  // The last test: who sends no key too often is not asked for one any more.
  it('answers none of them without a key', async () => {
    const statuses: number[] = [];
    for (const route of guarded) statuses.push(await statusOf(route));
    expect(statuses.slice(0, FAILURES_PER_MINUTE).filter((status) => status !== 401)).toEqual([]);
    expect(statuses.slice(FAILURES_PER_MINUTE).filter((status) => status !== 429)).toEqual([]);
  });
});

function routesOf({ paths }: OpenAPIObject): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, { readonly 'x-scopes'?: readonly string[] }>).map(
      ([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        scopes: operation['x-scopes'] ?? [],
      }),
    ),
  );
}
