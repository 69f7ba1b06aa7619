import { Module, type DynamicModule } from '@nestjs/common';

import { EmbeddingsConfig, type LlmConfig } from '#config';
import { sleep, SystemClock } from '#kernel';
import { Health, Metrics } from '#telemetry';

import { BudgetGuard } from './budgets/budget-guard.service.js';
import { BudgetedEmbedder } from './budgets/budgeted-embedder.js';
import { withinBudget } from './budgets/within-budget.js';
import { createModel } from './create-model.js';
import { createProvider } from './create-provider.js';
import { createEmbeddings } from './embeddings/create-embeddings.js';
import { Embeddings } from './embeddings/embeddings.js';
import { ResilientEmbedder } from './embeddings/resilient-embedder.js';
import { llmHealth } from './llm-health.js';
import { LlmUsageModule } from './llm-usage.module.js';
import { LanguageModel } from './port/language-model.port.js';
import { callPolicy } from './resilient/call-policy.js';
import { UsageObserver } from './resilient/usage-observer.js';
import { ModelPrices } from './usage/model-prices.js';

/** Provides `LanguageModel` and `Embeddings`, kept in bounds and counted. Needs the modules of database and telemetry, and a `Clock`. */
@Module({})
export class LlmModule {
  /**
   * A wrong configuration ends the start, not the first message.
   * @throws AppError `llm.no-key`, `llm.no-base-url`, `llm.no-api-key`, `llm.no-model`
   */
  static forRoot(config: LlmConfig, embeddings = new EmbeddingsConfig()): DynamicModule {
    const { fallbackProvider, timeoutMs } = config;
    const openProvider = createProvider(config, config.provider);
    const openFallback = fallbackProvider && createProvider(config, fallbackProvider);
    const surroundings = { clock: new SystemClock(), sleep, random: Math.random };
    return {
      module: LlmModule,
      global: true,
      imports: [LlmUsageModule],
      providers: [
        {
          provide: LanguageModel,
          useFactory: async (
            metrics: Metrics,
            health: Health,
            observer: UsageObserver,
            guard: BudgetGuard,
            prices: ModelPrices,
          ) => {
            const provider = await openProvider();
            const fallback = await openFallback?.();
            const model = createModel({ provider, fallback, timeoutMs, surroundings, observer, metrics });
            health.register('llm', () => Promise.resolve(llmHealth(model)), { required: false });
            return withinBudget(model, { config, guard, prices });
          },
          inject: [Metrics, Health, UsageObserver, BudgetGuard, ModelPrices],
        },
        {
          provide: Embeddings,
          useFactory: async (health: Health, observer: UsageObserver, guard: BudgetGuard, prices: ModelPrices) => {
            const source = await createEmbeddings(embeddings, timeoutMs);
            if (!source) return new Embeddings();
            const embedder = new ResilientEmbedder(source, callPolicy(timeoutMs), surroundings, observer);
            health.register('embeddings', () => Promise.resolve(llmHealth(embedder)), { required: false });
            return new Embeddings(source.name === 'local' ? embedder : new BudgetedEmbedder(embedder, guard, prices));
          },
          inject: [Health, UsageObserver, BudgetGuard, ModelPrices],
        },
      ],
      exports: [LanguageModel, Embeddings],
    };
  }
}
