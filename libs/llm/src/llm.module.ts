import { Module, type DynamicModule } from '@nestjs/common';

import type { LlmConfig } from '#config';
import { sleep, SystemClock } from '#kernel';
import { Health, Metrics } from '#telemetry';

import { createProvider } from './create-provider.js';
import { llmHealth } from './llm-health.js';
import { LanguageModel } from './port/language-model.port.js';
import { callPolicy } from './resilient/call-policy.js';
import { ResilientModel } from './resilient/resilient-model.js';
import { UsageMetrics } from './resilient/usage-metrics.js';

/** Provides `LanguageModel`, kept in bounds and counted. Needs `TelemetryModule`. */
@Module({})
export class LlmModule {
  /** @throws AppError `llm.no-key`, `llm.no-provider`: a wrong configuration ends the start, not the first message. */
  static forRoot(config: LlmConfig): DynamicModule {
    const provider = createProvider(config);
    const surroundings = { clock: new SystemClock(), sleep, random: Math.random };
    return {
      module: LlmModule,
      global: true,
      providers: [
        {
          provide: LanguageModel,
          useFactory: (metrics: Metrics, health: Health) => {
            const model = new ResilientModel(
              provider,
              callPolicy(config.timeoutMs),
              surroundings,
              new UsageMetrics(metrics),
            );
            health.register('llm', () => Promise.resolve(llmHealth(model)), { required: false });
            return model;
          },
          inject: [Metrics, Health],
        },
      ],
      exports: [LanguageModel],
    };
  }
}
