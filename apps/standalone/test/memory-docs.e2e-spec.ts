import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTestDatabase, type TestDatabase } from '#testing';
import { curlCalls, TestApp, type CurlCall } from '#testing/app';

const FILE = join(import.meta.dirname, '../../../docs/memory.md');
const PERSON = { fact: 'Lives in Lisbon', category: 'location', status: 'active' };
const MOVED = { fact: 'Lives in Lisbon, near the river', importance: 8 };

describe('the curl commands of docs/memory.md', () => {
  let database: TestDatabase;
  let app: TestApp;
  let calls: readonly CurlCall[];

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    calls = curlCalls(await readFile(FILE, 'utf8'));
    await app.phone('+34600000001').say('Hello!');
    await app.drained();
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  it('do what is written beside them, one after the other', async () => {
    const answers: [string, number, unknown][] = [];
    let memoryId = '';
    for (const { url, ...call } of calls) {
      const response = await fetch(`${app.url}${url.replace('$MEMORY_ID', memoryId)}`, call);
      const text = await response.text();
      const body = (text === '' ? null : JSON.parse(text)) as { readonly memoryId?: string } | null;
      memoryId = body?.memoryId ?? memoryId;
      answers.push([call.method, response.status, body]);
    }
    expect(answers).toEqual([
      ['POST', 201, expect.objectContaining(PERSON)],
      ['GET', 200, expect.objectContaining({ longTermMemory: [expect.objectContaining(PERSON)], nextCursor: null })],
      ['GET', 200, { results: [expect.objectContaining({ ...PERSON, relevance: expect.any(Number) })] }],
      ['PATCH', 200, expect.objectContaining(MOVED)],
      ['POST', 200, expect.objectContaining({ ...MOVED, status: 'active' })],
      [
        'GET',
        200,
        expect.objectContaining({
          longTermMemory: [expect.objectContaining(MOVED), expect.objectContaining({ reason: 'edited' })],
        }),
      ],
      ['GET', 200, expect.objectContaining({ level: expect.any(Number), stage: 'stranger' })],
      ['DELETE', 204, null],
      ['DELETE', 200, { forgotten: 0 }],
    ]);
  });
});
