import type { ModelPrice } from '#config';

import type { Usage } from '../port/completion.js';
import { ModelPrices } from './model-prices.js';

const MILLION = 1_000_000;

function newUsage(overrides: Partial<Usage> = {}): Usage {
  return { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, ...overrides };
}

function newPrices(prices: readonly [string, ModelPrice][] = []): ModelPrices {
  return new ModelPrices({ prices: new Map(prices) });
}

describe('ModelPrices', () => {
  it.each<[string, string, Partial<Usage>, number | undefined]>([
    ['input', 'claude-sonnet-5-5', { inputTokens: MILLION }, 2],
    ['output', 'claude-sonnet-5-5', { outputTokens: MILLION }, 10],
    ['what a cache served', 'claude-sonnet-5-5', { cacheReadTokens: MILLION }, 0.1],
    ['what a cache took in', 'claude-sonnet-5-5', { cacheWriteTokens: MILLION }, 2.5],
    ['all together', 'claude-haiku-4-5', { inputTokens: 1_000, outputTokens: 100, cacheReadTokens: 500 }, 0.00155],
    ['a fraction of a millionth', 'claude-haiku-5-5', { cacheReadTokens: 7 }, 0.00000007],
    ['a short prompt', 'claude-haiku-5-5', { inputTokens: 50_000, cacheReadTokens: 50_000 }, 0.0055],
    ['a long prompt', 'claude-haiku-5-5', { inputTokens: 50_000, cacheReadTokens: 50_001 }, 0.02750005],
    ['a snapshot', 'claude-haiku-4-5-20251001', { inputTokens: MILLION }, 1],
    ['a snapshot with hyphens', 'gpt-4o-2024-08-06', { inputTokens: MILLION }, 2.5],
    ['a name in a folder', 'models/gemini-2.5-flash', { inputTokens: MILLION }, 0.3],
    ['the model of the mission', 'llama-3.3-70b-versatile', { inputTokens: MILLION }, 0.59],
    ['no model', 'offline', { inputTokens: MILLION }, 0],
    ['nothing of a model that is not known', 'some-model', { inputTokens: 1 }, undefined],
    ['nothing of a variant that is not known', 'gpt-5-pro', { inputTokens: 1 }, undefined],
  ])('tells the cost of %s', (_, model, usage, cost) => {
    const told = newPrices().costOf(model, newUsage(usage));
    if (cost === undefined) expect(told).toBeUndefined();
    else expect(told).toBeCloseTo(cost, 12);
  });

  it('takes the word of the operator first, also for snapshots', () => {
    const prices = newPrices([
      ['my-model', [1, 2]],
      ['gpt-4o', [0, 0]],
      ['gpt-4o-2024-08-06', [7, 7]],
    ]);
    expect(prices.costOf('my-model', newUsage({ inputTokens: MILLION, cacheReadTokens: MILLION }))).toBe(2);
    expect(prices.costOf('gpt-4o-2024-11-20', newUsage({ inputTokens: MILLION }))).toBe(0);
    expect(prices.costOf('gpt-4o-2024-08-06', newUsage({ inputTokens: MILLION }))).toBe(7);
  });

  it('halves the price in a batch', () => {
    expect(newPrices().costOf('claude-haiku-4-5', newUsage({ inputTokens: MILLION }), { batched: true })).toBe(0.5);
  });
});
