import { Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';

import { EmbeddingsConfig, LlmConfig, readSection } from '#config';
import { Health, Metrics, TelemetryModule } from '#telemetry';

import { BudgetGuard } from './budgets/budget-guard.service.js';
import { BudgetedModel } from './budgets/budgeted-model.js';
import { Embeddings } from './embeddings/embeddings.js';
import { LlmUsageModule } from './llm-usage.module.js';
import { LlmModule } from './llm.module.js';
import { LanguageModel } from './port/language-model.port.js';
import { ResilientModel } from './resilient/resilient-model.js';
import { UsageMetrics } from './resilient/usage-metrics.js';
import { UsageObserver } from './resilient/usage-observer.js';
import { ModelPrices } from './usage/model-prices.js';

describe('LlmModule', () => {
  it('provides the model that the configuration names, kept in bounds', async () => {
    const { app } = await moduleOf({});
    const model = app.get(LanguageModel);
    expect(model).toBeInstanceOf(ResilientModel);
    expect(model.name).toBe('offline');
    const { text } = await model.complete({
      purpose: 'chat',
      system: [],
      messages: [{ role: 'user', content: 'Hello' }],
    });
    expect(text).toMatch(/^(Hello|Hi)!/);
    expect(await app.get(Metrics).text()).toContain('llm_calls_total{provider="offline",model="offline"');
    expect(await app.get(Health).overview()).toEqual({
      status: 'up',
      services: { llm: { status: 'up', provider: 'offline' } },
    });
  });

  it('puts the fallback behind the provider and the budget in front of both, and says so', async () => {
    const { app } = await moduleOf({ LLM_FALLBACK_PROVIDER: 'offline', ANTHROPIC_API_KEY: 'a' });
    expect(app.get(LanguageModel)).toBeInstanceOf(BudgetedModel);
    expect(await app.get(Health).overview()).toMatchObject({
      services: { llm: { status: 'up', provider: 'anthropic', fallback: 'offline' } },
    });
  });

  it('has no embedder when none is configured', async () => {
    const { app } = await moduleOf({});
    expect(app.get(Embeddings).embedder).toBeUndefined();
  });

  it('provides the embedder that the configuration names', async () => {
    const { app } = await moduleOf({
      EMBEDDINGS_BASE_URL: 'http://127.0.0.1:9/v1',
      EMBEDDINGS_MODEL: 'nomic-embed-text',
    });
    expect(app.get(Embeddings).embedder?.model).toBe('nomic-embed-text');
    expect(await app.get(Health).overview()).toMatchObject({
      services: { embeddings: { status: 'up', provider: 'openai-compatible' } },
    });
  });

  it('ends the start over a folder without a model', async () => {
    await expect(moduleOf({ EMBEDDINGS_MODEL_PATH: import.meta.dirname })).rejects.toMatchObject({
      code: 'llm.no-embedding-model',
      message: expect.stringContaining('EMBEDDINGS_MODEL_PATH'),
    });
  });

  it.each([
    ['a key', { LLM_PROVIDER: 'anthropic' }, 'llm.no-key', /ANTHROPIC_API_KEY/],
    ['an address', { LLM_PROVIDER: 'openai-compatible' }, 'llm.no-base-url', /LLM_BASE_URL/],
    ['a model', { LLM_BASE_URL: 'http://127.0.0.1:9/v1' }, 'llm.no-model', /LLM_MODEL/],
    ['the key of the fallback', { LLM_FALLBACK_PROVIDER: 'anthropic' }, 'llm.no-key', /ANTHROPIC_API_KEY/],
  ])('ends the start without %s', (_, environment, code, message) => {
    expect(() => LlmModule.forRoot(readSection(LlmConfig, environment))).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }) as Error,
    );
  });
});

/** Accounts and budgets live in the database; here only metrics are kept. */
@Module({
  providers: [
    { provide: UsageObserver, useFactory: (metrics: Metrics) => new UsageMetrics(metrics), inject: [Metrics] },
    { provide: BudgetGuard, useValue: {} },
    { provide: ModelPrices, useValue: {} },
  ],
  exports: [UsageObserver, BudgetGuard, ModelPrices],
})
class UsageWithoutDatabase {}

async function moduleOf(environment: Readonly<Record<string, string>>): Promise<{ app: TestingModule }> {
  const telemetry = TelemetryModule.forRoot({ level: 'silent', format: 'json', name: 'test' });
  const llm = LlmModule.forRoot(readSection(LlmConfig, environment), readSection(EmbeddingsConfig, environment));
  const app = await Test.createTestingModule({ imports: [telemetry, llm] })
    .overrideModule(LlmUsageModule)
    .useModule(UsageWithoutDatabase)
    .compile();
  return { app };
}
