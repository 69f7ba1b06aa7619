import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTestDatabase, type TestDatabase } from '#testing';
import { curlCalls, TestApp, type CurlCall } from '#testing/app';

import { befriend } from '../testing/befriend.js';

const FILE = join(import.meta.dirname, '../../../docs/engagement.md');
const PHONE = '+34600000001';
const HOUR_MS = 3_600_000;

describe('the curl commands of docs/engagement.md', () => {
  let database: TestDatabase;
  let app: TestApp;
  let calls: readonly CurlCall[];
  let planned = '';

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url, env: { PROACTIVE_QUIET_HOURS: '00:00-00:00' } });
    calls = curlCalls(await readFile(FILE, 'utf8'));
    await befriend(app, app.phone(PHONE));
    const due_at = new Date(Date.now() + 2 * HOUR_MS).toISOString();
    const response = await app.request('/api/engagements/plan', {
      method: 'POST',
      body: JSON.stringify({ contact_id: PHONE, type: 'check_in', due_at }),
    });
    planned = ((await response.json()) as { id: string }).id;
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  it('do what is written beside them, one after the other', async () => {
    const answers: [string, number, unknown][] = [];
    for (const { url, ...call } of calls) {
      const response = await fetch(`${app.url}${url.replace('$ENGAGEMENT_ID', planned)}`, call);
      answers.push([call.method, response.status, await response.json()]);
    }
    const waits = { id: planned, type: 'check_in', mode: 'approve' };
    expect(answers).toEqual([
      ['POST', 200, expect.objectContaining({ type: 'check_in' })],
      ['GET', 200, expect.objectContaining({ reasons: [expect.objectContaining({ code: 'pending' })] })],
      [
        'GET',
        200,
        expect.objectContaining({ engagements: [expect.objectContaining({ ...waits, status: 'planned' })] }),
      ],
      ['PATCH', 200, expect.objectContaining({ ...waits, text: 'How did your first week at the bakery go?' })],
      ['POST', 200, expect.objectContaining({ ...waits, status: 'approved' })],
      ['PUT', 200, expect.objectContaining({ frequency: 'low', quiet_from: '22:00', zone: 'Europe/Madrid' })],
      [
        'PATCH',
        200,
        expect.objectContaining({ overrides: { max_engagements_per_day: 2, emotional_support_after_hours: 4 } }),
      ],
      [
        'GET',
        200,
        expect.objectContaining({
          frequency: 'conservative',
          personalization: 'high',
          timing: 'frequent',
          empathy: 'high',
        }),
      ],
    ]);
  });
});
