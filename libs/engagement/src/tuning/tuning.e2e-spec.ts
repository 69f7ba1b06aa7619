import { DataSource } from 'typeorm';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { EngagementPolicies } from './engagement-policies.service.js';

interface ConfigAnswer {
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly overrides: Readonly<Record<string, unknown>>;
  readonly changed_by: string | null;
  readonly code?: string;
}

describe('tuning without a restart', () => {
  let database: TestDatabase;
  let app: TestApp;
  let another: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start({ databaseUrl: database.url });
    another = await TestApp.start({ databaseUrl: database.url });
  });
  afterAll(async () => {
    await another.stop();
    await app.stop();
    await database.drop();
  });
  beforeEach(() => query('DELETE FROM engagement_config_versions'));

  function query<T>(sql: string): Promise<T[]> {
    return app.app.get(DataSource).query<T[]>(sql);
  }

  async function call<T = ConfigAnswer>(method: string, path: string, body?: unknown) {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await app.request(`/api/engagements${path}`, {
      method,
      ...(body !== undefined && { body: sent }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  /** What another process holds to within so long. */
  async function heldElsewhere(maxPerDay: number): Promise<void> {
    const policies = another.app.get(EngagementPolicies, { strict: false });
    await waitFor(async () => (await policies.current()).policy.maxPerDay === maxPerDay, {
      timeoutMs: 5_000,
      what: 'the other process to hold to the change',
    });
  }

  it('shows the settings as they hold, and as the environment has them', async () => {
    const { status, body } = await call('GET', '/config');
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 0, overrides: {}, changed_by: null });
    expect(body.values).toMatchObject({ max_engagements_per_day: 3, min_interval_hours: 2, enabled: true });
    expect(body.defaults).toEqual(body.values);
  });

  it('changes them as the document does, in every process', async () => {
    const patch = { max_engagements_per_day: 5, min_interval_hours: 1, emotional_support_after_hours: 4 };
    const { status, body } = await call('PATCH', '/config', patch);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, overrides: patch, values: patch, changed_by: 'admin' });
    expect(body.defaults.max_engagements_per_day).toBe(3);
    await heldElsewhere(5);
    const taken = await call('PATCH', '/config', { max_engagements_per_day: null });
    expect(taken.body).toMatchObject({ version: 2, overrides: { min_interval_hours: 1 } });
    await heldElsewhere(3);
  });

  it('makes no version of a change of nothing', async () => {
    await call('PATCH', '/config', { max_engagements_per_day: 5 });
    expect((await call('PATCH', '/config', {})).body).toMatchObject({
      version: 1,
      overrides: { max_engagements_per_day: 5 },
    });
    expect(await call('PATCH', '/config', { version: 0 })).toMatchObject({ status: 409 });
    expect((await call('PATCH', '/config', { version: 1 })).body.version).toBe(1);
    expect(await query('SELECT version FROM engagement_config_versions')).toHaveLength(1);
  });

  it('shows what holds, and what does not, where the environment was changed since', async () => {
    await call('PATCH', '/config', { max_engagements_per_day: 5, min_message_length: 60 });
    await query(`UPDATE engagement_config_versions SET overrides = overrides || '{"min_message_length": 200}'`);
    const { version } = (await call('PATCH', '/config', {})).body;
    const { status, body } = await call('GET', '/config');
    expect([status, body.version, version]).toEqual([200, 1, 1]);
    expect(body.values).toMatchObject({ max_engagements_per_day: 5, min_message_length: 20 });
    expect(body).toMatchObject({ set_aside: [{ setting: 'min_message_length' }] });
    expect((await call('PATCH', '/config', { min_message_length: null })).body).toMatchObject({
      version: 2,
      set_aside: [],
    });
  });

  it('refuses a change to settings that were changed meanwhile', async () => {
    await call('PATCH', '/config', { max_engagements_per_day: 5, version: 0 });
    const { status, body } = await call('PATCH', '/config', { max_engagements_per_day: 6, version: 0 });
    expect([status, body.code]).toEqual([409, 'engagement.config-changed']);
    expect((await call('GET', '/config')).body.values.max_engagements_per_day).toBe(5);
  });

  it('makes one version of each of many changes at once, and lets one of those win that know a version', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => call('PATCH', '/config', { max_engagements_per_day: n })));
    expect(await query('SELECT version FROM engagement_config_versions')).toHaveLength(10);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => call('PATCH', '/config', { max_engagements_per_day: n, version: 10 })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  it('keeps every version, and brings one back', async () => {
    await call('PATCH', '/config', { max_engagements_per_day: 5 });
    await call('PATCH', '/config', { max_engagements_per_day: 1 });
    const { body } = await call('POST', '/config/versions/1/restore');
    expect(body).toMatchObject({ version: 3, overrides: { max_engagements_per_day: 5 } });
    const { body: list } = await call<{ versions: unknown[] }>('GET', '/config/versions');
    expect(list.versions).toMatchObject([
      { version: 3, note: 'restored from 1' },
      { version: 2, overrides: { max_engagements_per_day: 1 } },
      { version: 1, changed_by: 'admin', note: null },
    ]);
  });

  it.each(['0', '99', '-1', '1e3', '99999999999999999999', 'x'])('has no version %s', async (version) => {
    expect((await call('POST', `/config/versions/${version}/restore`)).status).toBe(404);
  });

  it.each([
    ['an unknown setting', { max_per_day: 5 }],
    ['a number as text', { max_engagements_per_day: '5' }],
    ['a list', { max_engagements_per_day: [5] }],
    ['an object', { quiet_hours: { from: 1 } }],
    ['a part', { max_engagements_per_day: 1.5 }],
    ['far too much', { max_engagements_per_day: 2 ** 53 + 1 }],
    ['quiet hours that are none', { quiet_hours: '9-21' }],
    ['two that do not fit', { min_message_length: 90, max_message_length: 80 }],
    ['a version that is none', { version: '1' }],
    ['keys of the prototype', '{"__proto__": {"max_engagements_per_day": 5}}'],
    ['doubled keys', '{"max_engagements_per_day": 4, "max_engagements_per_day": 5}'],
    ['a list in place of a body', '[]'],
  ])('refuses %s, and changes nothing', async (_, patch) => {
    expect((await call('PATCH', '/config', patch)).status).toBe(400);
    expect(await query('SELECT 1 FROM engagement_config_versions')).toEqual([]);
  });

  it('says in four words what the settings come to, and follows them', async () => {
    await call('PATCH', '/config', { max_engagements_per_day: null });
    expect((await call('GET', '/strategy')).body).toMatchObject({
      ...{ frequency: 'conservative', personalization: 'high', timing: 'frequent', empathy: 'high' },
    });
    await call('PATCH', '/config', { max_engagements_per_day: 6, min_interval_hours: 4 });
    expect((await call('GET', '/strategy')).body).toMatchObject({ frequency: 'aggressive', timing: 'spaced' });
  });

  it('writes down who changed what, and lets nobody change that', async () => {
    await call('PATCH', '/config', { max_engagements_per_day: 5 });
    const { body } = await call<{ notes: unknown[]; next_cursor: string | null }>('GET', '/audit?limit=1');
    expect(body.notes).toMatchObject([
      { principal: 'admin', action: 'config.changed', subject: '1', detail: { after: { max_engagements_per_day: 5 } } },
    ]);
    expect(body.next_cursor).not.toBeNull();
    expect((await call('GET', `/audit?cursor=${body.next_cursor}`)).status).toBe(200);
    expect((await call('GET', '/audit?cursor=forged')).status).toBe(400);
    for (const sql of [
      `UPDATE engagement_audit SET principal = 'nobody'`,
      'DELETE FROM engagement_audit',
      'TRUNCATE engagement_audit',
    ]) {
      await expect(query(sql)).rejects.toThrow('append-only');
    }
  });

  it.each([
    ['GET', '/config', 'engagements:read'],
    ['PATCH', '/config', 'engagements:write'],
    ['GET', '/config/versions', 'engagements:read'],
    ['POST', '/config/versions/1/restore', 'engagements:write'],
    ['GET', '/strategy', 'engagements:read'],
    ['GET', '/audit', 'engagements:read'],
  ])('%s %s is for keys with %s', async (method, path, scope) => {
    for (const [scopes, allowed] of [
      [[scope], true],
      [['chats:write', scope === 'engagements:read' ? 'engagements:write' : 'engagements:read'], false],
    ] as const) {
      const { body: key } = await callKeys({ name: 'test', scopes });
      const headers = { authorization: `Bearer ${key.key}` };
      const response = await app.request(`/api/engagements${path}`, {
        ...{ method, headers },
        ...(method === 'PATCH' && { body: '{}' }),
      });
      expect([403, 401].includes(response.status)).toBe(!allowed);
    }
  });

  async function callKeys(body: unknown) {
    const response = await app.request('/api/keys', { method: 'POST', body: JSON.stringify(body) });
    return { body: (await response.json()) as { key: string } };
  }
});
