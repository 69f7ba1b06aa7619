import 'reflect-metadata';

import { readSection } from '../read-section.js';
import { LlmBudgetConfig } from './llm-budget.config.js';

const read = (environment: Record<string, string>) => readSection(LlmBudgetConfig, environment);

describe('LlmBudgetConfig', () => {
  it('limits nothing but the questions of a contact by default', () => {
    expect(read({})).toMatchObject({ dailyUsd: 0, contactDailyUsd: 0, contactDailyCalls: 500 });
    expect(read({}).prices.size).toBe(0);
  });

  it('reads prices', () => {
    const { prices } = read({ LLM_PRICES: '{"my-model": [0.5, 1.5], "cached": [1, 2, 0.1, 1.25]}' });
    expect([...prices]).toEqual([
      ['my-model', [0.5, 1.5]],
      ['cached', [1, 2, 0.1, 1.25]],
    ]);
  });

  it.each(['{', '[]', '3', '{"m": 3}', '{"m": [1]}', '{"m": [1, -2]}', '{"m": ["1", 2]}', '{"m": [1,2,3,4,5]}'])(
    'does not take %s for prices',
    (text) => {
      expect(() => read({ LLM_PRICES: text })).toThrow(/LLM_PRICES/);
    },
  );

  it.each([
    ['LLM_DAILY_BUDGET_USD', '-1'],
    ['LLM_CONTACT_DAILY_BUDGET_USD', 'much'],
    ['LLM_CONTACT_DAILY_CALLS', '1.5'],
  ])('does not take %s=%s', (variable, value) => {
    expect(() => read({ [variable]: value })).toThrow(variable);
  });
});
