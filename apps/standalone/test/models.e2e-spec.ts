import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';
import { OpenAiServer } from '#llm/testing';

/** More than all the tries of a test. */
const MANY = 50;

describe('the model that the settings name', () => {
  let server: OpenAiServer;
  let database: TestDatabase;

  beforeAll(async () => {
    server = await OpenAiServer.start();
  });
  beforeEach(async () => {
    server.reset();
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());
  afterAll(() => server.stop());

  const start = (env: Readonly<Record<string, string>> = {}): Promise<TestApp> =>
    TestApp.start({
      databaseUrl: database.url,
      env: {
        LLM_PROVIDER: 'openai-compatible',
        LLM_BASE_URL: server.url,
        LLM_API_KEY: OpenAiServer.KEY,
        LLM_MODEL: 'llama-3.3-70b-versatile',
        ...env,
      },
    });

  it('answers people, as the settings say', async () => {
    server.flavour = 'groq';
    server.answers({ kind: 'text', text: 'On Saturday we open at ten.' });
    const app = await start();
    try {
      const ana = app.phone('+34600000001', 'Ana');
      await ana.say('Hello! When do you open on Saturday?');
      await app.drained();
      expect((await ana.ledger()).map(({ body }) => body)).toEqual(['On Saturday we open at ten.']);
      expect(server.requests[0]?.body).toMatchObject({
        ...{ model: 'llama-3.3-70b-versatile', temperature: 0.8, top_p: 0.9 },
        ...{ frequency_penalty: 0.3, presence_penalty: 0.3 },
      });
      expect(await healthOf(app)).toEqual({ status: 'up', provider: 'openai-compatible' });
    } finally {
      await app.stop();
    }
  });

  it('is stood in for by the fallback, and health and metrics say so', async () => {
    server.answers(...Array.from({ length: MANY }, () => ({ kind: 'error', status: 503 }) as const));
    const app = await start({ LLM_FALLBACK_PROVIDER: 'offline' });
    try {
      const ana = app.phone('+34600000001', 'Ana');
      await ana.say('Hello!');
      await app.drained();
      expect(await ana.ledger()).toEqual([expect.objectContaining({ body: expect.stringMatching(/\w/) as string })]);
      expect(await healthOf(app)).toEqual({
        status: 'degraded',
        provider: 'openai-compatible',
        fallback: 'offline',
        reason: 'its last calls failed; offline answers instead',
      });
      const metrics = await (await app.request('/metrics')).text();
      expect(metrics).toContain(
        'llm_fallbacks_total{from="openai-compatible",to="offline",purpose="chat",reason="llm.overloaded"} 1',
      );
    } finally {
      await app.stop();
    }
  });
});

async function healthOf(app: TestApp): Promise<unknown> {
  const { services } = (await (await app.request('/health')).json()) as { services: { llm: unknown } };
  return services.llm;
}
