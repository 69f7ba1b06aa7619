import { llmHealth } from './llm-health.js';

describe('llmHealth', () => {
  it.each([
    [true, { status: 'up', provider: 'anthropic' }],
    [false, { status: 'degraded', provider: 'anthropic', reason: 'its last calls failed' }],
  ])('says, when the model is available: %s', (isAvailable, report) => {
    expect(llmHealth({ name: 'anthropic', isAvailable })).toEqual(report);
  });
});
