import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DataSource } from 'typeorm';

import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TEST_API_KEY, TestApp } from '#testing/app';

import { AnthropicServer } from '../../testing/index.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { LanguageModel } from '../port/language-model.port.js';
import type { UsageReportDto } from './usage.dto.js';

const DOCS = join(import.meta.dirname, '../../../../docs/usage.md');

describe('GET /api/llm/usage', () => {
  let database: TestDatabase;
  let server: AnthropicServer;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await AnthropicServer.start();
    app = await TestApp.start({
      databaseUrl: database.url,
      env: {
        LLM_PROVIDER: 'anthropic',
        ANTHROPIC_API_KEY: AnthropicServer.KEY,
        ANTHROPIC_BASE_URL: server.url,
        LLM_CONTACT_DAILY_CALLS: '3',
        LLM_DAILY_BUDGET_USD: '1',
        MEMORY_ENABLED: 'false',
      },
    });
  });

  afterAll(async () => {
    await app.stop();
    await server.stop();
    await database.drop();
  });

  async function read(query = ''): Promise<UsageReportDto> {
    const response = await app.request(`/api/llm/usage${query}`);
    expect(response.status).toBe(200);
    return (await response.json()) as UsageReportDto;
  }

  it('tells what a conversation used and cost, and ends it in silence when the contact has had its questions', async () => {
    const ana = app.phone('+34600007001', 'Ana');
    for (let message = 1; message <= 5; message++) {
      await ana.say(`Hello number ${message}`);
      await app.drained();
    }
    expect(await ana.ledger()).toHaveLength(3);
    const turns = await app.app.get(DataSource).query<object[]>(`SELECT reason FROM turns WHERE state = 'silent'`);
    expect(turns).toEqual([{ reason: 'llm.over-budget' }, { reason: 'llm.over-budget' }]);

    const report = await waitFor(
      async () => {
        const told = await read('?group_by=day,purpose,contact,model,provider');
        return told.rows.some(({ purpose, calls }) => purpose === 'chat' && calls === 3) && told;
      },
      { what: 'the usage to be stored' },
    );
    const chat = report.rows.find(({ purpose }) => purpose === 'chat');
    expect(chat).toMatchObject({
      day: report.to,
      provider: 'anthropic',
      model: 'claude-sonnet-5-5',
      contact_id: expect.any(String),
      failures: 0,
      input_tokens: expect.any(Number),
      unpriced_calls: 0,
      cost_usd: expect.any(Number),
      latency_p95_ms: expect.any(Number),
    });
    expect(chat?.cost_usd).toBeGreaterThan(0);
    expect(report.budget).toMatchObject({ daily_usd: 1, contact_daily_usd: null, contact_daily_calls: 3 });
    expect(report.budget.spent_usd).toBe(report.totals.cost_usd);
    expect(JSON.stringify(report)).not.toContain('Hello');

    const health = (await (await app.request('/health')).json()) as { services: Record<string, unknown> };
    expect(health.services.llm_budget).toEqual({ status: 'up' });
    const metrics = await (await app.request('/metrics')).text();
    expect(metrics).toContain('llm_cost_usd_total{provider="anthropic",model="claude-sonnet-5-5",purpose="chat"}');
  });

  it('has stored what was used when the application has stopped', async () => {
    const own = await createTestDatabase();
    const other = await TestApp.start({ databaseUrl: own.url });
    const request: CompletionRequest = { purpose: 'chat', system: [], messages: [{ role: 'user', content: 'Hi' }] };
    await other.app.get(LanguageModel).complete(request);
    await other.stop();
    const dataSource = await new DataSource({ type: 'postgres', url: own.url, installExtensions: false }).initialize();
    expect(await dataSource.query('SELECT provider, calls, cost_usd::float8 FROM llm_usage')).toEqual([
      { provider: 'offline', calls: 1, cost_usd: 0 },
    ]);
    await dataSource.destroy();
    await own.drop();
  });

  it.each([
    ['?from=2026-02-01&to=2026-01-01', 'llm.bad-range'],
    ['?from=2026-02-30', 'llm.bad-range'],
    ['?from=2020-01-01', 'llm.bad-range'],
    ['?from=yesterday', 'request.invalid'],
    ['?group_by=text', 'request.invalid'],
    ['?group_by=day,day', 'request.invalid'],
    ['?group_by=', 'request.invalid'],
    ['?limit=5', 'request.invalid'],
  ])('refuses %s', async (query, code) => {
    const response = await app.request(`/api/llm/usage${query}`);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, code]);
  });

  it('needs its scope', async () => {
    const made = await app.request('/api/keys', {
      method: 'POST',
      body: JSON.stringify({ name: 'reader', scopes: ['chats:read'] }),
    });
    const { key } = (await made.json()) as { key: string };
    const answer = await fetch(`${app.url}/api/llm/usage`, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(403);
  });

  it('answers the commands of docs/usage.md', async () => {
    const commands = [...(await readFile(DOCS, 'utf8')).matchAll(/```bash\n([^`]+)```/g)].map(([, text = '']) => text);
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const [, path = ''] = /http:\/\/localhost:8001([^"]+)"/.exec(command) ?? [];
      const [, bearer = ''] = /-H "Authorization: ([^"]+)"/.exec(command) ?? [];
      const authorization = bearer.replace('$ADMIN_API_KEY', TEST_API_KEY);
      const response = await fetch(`${app.url}${path}`, { headers: { authorization } });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ totals: { calls: expect.any(Number) }, rows: expect.any(Array) });
    }
  });
});
