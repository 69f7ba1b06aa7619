import type { LlmConfig } from '#config';

import type { LanguageModel } from '../port/language-model.port.js';
import type { ModelPrices } from '../usage/model-prices.js';
import type { BudgetGuard } from './budget-guard.service.js';
import { BudgetedModel } from './budgeted-model.js';
import { estimateCost } from './estimate-cost.js';
import { expectedModel } from './expected-model.js';

export interface BudgetParts {
  readonly config: LlmConfig;
  readonly guard: BudgetGuard;
  readonly prices: ModelPrices;
}

/** The model with its budget in front of it. What is offline costs nothing and is asked without one. */
export function withinBudget(model: LanguageModel, { config, guard, prices }: BudgetParts): LanguageModel {
  const providers = [config.provider, config.fallbackProvider ?? 'offline'];
  if (providers.every((provider) => provider === 'offline')) return model;
  const estimate = estimateCost(prices, { maxTokens: config.maxTokens, modelFor: expectedModel(config) });
  return new BudgetedModel(model, guard, estimate);
}
