import { LlmConfig, readSection } from '#config';

import type { CompletionRequest } from '../port/completion-request.js';
import { ModelPrices } from '../usage/model-prices.js';
import { estimateCost } from './estimate-cost.js';
import { expectedModel } from './expected-model.js';

const PRICES = new ModelPrices({ prices: new Map([['own', [1, 2]]]) });

function newRequest(overrides: Partial<CompletionRequest> = {}): CompletionRequest {
  const system = [{ text: 's'.repeat(3_000), stable: true }];
  return { purpose: 'chat', system, messages: [{ role: 'user', content: 'm'.repeat(6_000) }], ...overrides };
}

describe('estimateCost', () => {
  it.each<[string, Record<string, string>, Partial<CompletionRequest>, number]>([
    ['Claude that answers people', { ANTHROPIC_API_KEY: 'k' }, {}, 3_000 * 2 + 500 * 10],
    ['an answer with its own limit', { ANTHROPIC_API_KEY: 'k' }, { maxTokens: 100 }, 3_000 * 2 + 100 * 10],
    [
      'Claude that works in the background',
      { ANTHROPIC_API_KEY: 'k' },
      { purpose: 'summary' },
      3_000 * 0.1 + 500 * 0.5,
    ],
    ['a model of Groq', { GROQ_API_KEY: 'k' }, {}, 3_000 * 0.59 + 500 * 0.79],
    ['a model with a price of its own', { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'own' }, {}, 4_000],
    ['a model without a price', { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'unheard-of' }, {}, 0],
    ['no model', {}, {}, 0],
  ])('reckons with nothing cached and the longest answer: %s', (_, environment, request, microDollars) => {
    const config = readSection(LlmConfig, environment);
    const estimate = estimateCost(PRICES, { maxTokens: config.maxTokens, modelFor: expectedModel(config) });
    expect(estimate(newRequest(request)) * 1_000_000).toBeCloseTo(microDollars, 3);
  });
});
