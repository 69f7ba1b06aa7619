import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTestDatabase, type TestDatabase } from '#testing';
import { curlCalls, TestApp, type CurlCall } from '#testing/app';

const FILE = join(import.meta.dirname, '../../../docs/people.md');
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;

describe('the curl commands of docs/people.md', () => {
  let database: TestDatabase;
  let app: TestApp;
  let calls: readonly CurlCall[];
  const known = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    calls = curlCalls(await readFile(FILE, 'utf8'));
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const fill = (text: string): string => text.replace(/\$[A-Z_]+/g, (name) => known.get(name) ?? name);

  async function send({ url, headers, ...call }: CurlCall): Promise<[string, number, unknown]> {
    const filled = new Headers([...headers].map(([name, value]): [string, string] => [name, fill(value)]));
    const response = await fetch(`${app.url}${fill(url)}`, { ...call, headers: filled });
    const text = await response.text();
    return [call.method, response.status, text === '' ? null : (JSON.parse(text) as unknown)];
  }

  /** What somebody who follows the page has in hand by then: a memory. */
  async function live(): Promise<void> {
    const body = JSON.stringify({ fact: 'Grows lemons', category: 'habit' });
    const response = await app.request('/api/v1/characters/default/memory/shop:4711', { method: 'POST', body });
    known.set('$MEMORY_ID', ((await response.json()) as { memoryId: string }).memoryId);
  }

  it('do what is written beside them, one after the other', async () => {
    const answers: [string, number, unknown][] = [];
    for (const call of calls) {
      const answer = await send(call);
      answers.push(answer);
      const { key, token } = (answer[2] ?? {}) as { readonly key?: string; readonly token?: string };
      if (key !== undefined) known.set('$SITE_KEY', key);
      if (token === undefined) continue;
      known.set('$TOKEN', token);
      await live();
    }
    expect(answers).toEqual([
      ['POST', 201, expect.objectContaining({ scopes: ['tokens:write'] })],
      ['POST', 201, { token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), expiresAt: TIME }],
      [
        'GET',
        200,
        { characters: expect.arrayContaining([expect.objectContaining({ slug: 'friend' })]), nextCursor: null },
      ],
      ['GET', 200, expect.objectContaining({ longTermMemory: [expect.objectContaining({ fact: 'Grows lemons' })] })],
      ['GET', 200, expect.objectContaining({ stage: 'stranger' })],
      ['DELETE', 204, null],
      ['POST', 200, { revoked: 1 }],
    ]);
  });

  it('end with a token that is good for nothing', async () => {
    const headers = { authorization: `Bearer ${known.get('$TOKEN')}` };
    expect((await app.request('/api/v1/characters', { headers })).status).toBe(401);
  });
});
