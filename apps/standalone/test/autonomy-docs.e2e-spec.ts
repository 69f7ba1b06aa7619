import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTestDatabase, type TestDatabase } from '#testing';
import { curlCalls, TestApp, type CurlCall } from '#testing/app';

import { LivelyGroup } from '../testing/lively-group.js';

const FILE = join(import.meta.dirname, '../../../docs/autonomy.md');

describe('the curl commands of docs/autonomy.md', () => {
  let database: TestDatabase;
  let app: TestApp;
  let calls: readonly CurlCall[];
  let group: LivelyGroup;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    calls = curlCalls(await readFile(FILE, 'utf8'));
    group = new LivelyGroup(app, 'Lake', 34_600_000_001);
    await group.say('who comes to the lake');
    await app.drained();
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  it('do what is written beside them, one after the other', async () => {
    const answers: [string, number, unknown][] = [];
    for (const { url, ...call } of calls) {
      const response = await fetch(`${app.url}${url.replace('$GROUP_ID', group.id)}`, call);
      answers.push([call.method, response.status, await response.json()]);
    }
    const shown = { external_id: group.id, title: 'Lake' };
    const mood = expect.objectContaining({ name: 'bubbly', energy: 0.6, frozen: true, edited: true });
    expect(answers).toEqual([
      ['GET', 200, expect.objectContaining({ groups: [expect.objectContaining({ ...shown, engine: 'off' })] })],
      ['POST', 200, expect.objectContaining({ would: null, obstacle: null })],
      [
        'PATCH',
        200,
        expect.objectContaining({
          ...{ ...shown, engine: 'v2', own_settings: ['engine', 'actions_per_hour', 'zone'] },
          settings: expect.objectContaining({ actions_per_hour: 2, interests: ['chess', 'hiking'] }),
        }),
      ],
      ['POST', 200, expect.objectContaining({ mood })],
      ['GET', 200, expect.objectContaining({ ...shown, mood, decision: expect.objectContaining({ action: null }) })],
      ['GET', 200, expect.objectContaining({ decisions: expect.any(Array) })],
      ['POST', 201, expect.objectContaining({ url: 'https://example.org/feed.xml', title: 'Example' })],
      ['PATCH', 200, expect.objectContaining({ ...shown, engine: 'off', obstacle: 'off' })],
    ]);
  });
});
