import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

const README = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

describe('the README', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    await app.phone('+34600000001', 'Ana').say('Hi! My name is Ana.');
    await app.drained();
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const addresses = [...README.matchAll(/curl -s .*?"?http:\/\/127\.0\.0\.1:8001([^"\s]*)"?/g)].map(
    ([, path]) => path ?? '',
  );

  it('shows some requests', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(3);
  });

  it.each(addresses)('shows a request that works: %s', async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toBe('');
  });

  it('shows what the tour’s chat answers', async () => {
    const [, answer] = /npm run --silent chat.*\n(.*)\n/.exec(README) ?? [];
    expect((await app.phone('+34600000001').ledger()).map(({ body }) => body)).toEqual([answer]);
  });

  it('finds the message of its tour', async () => {
    const response = await app.request('/api/conversations/messages/search?q=names');
    expect(await response.json()).toMatchObject({
      messages: expect.arrayContaining([expect.objectContaining({ text: 'Hi! My name is Ana.' })]),
    });
  });
});
