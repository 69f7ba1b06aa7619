import { llmHealth } from './llm-health.js';

describe('llmHealth', () => {
  it.each([
    [true, { status: 'up', provider: 'anthropic' }],
    [false, { status: 'degraded', provider: 'anthropic', reason: 'its last calls failed' }],
  ])('says, when the model is available: %s', (isAvailable, report) => {
    expect(llmHealth({ name: 'anthropic', isAvailable })).toEqual(report);
  });

  it.each([
    [true, true, 'up', undefined],
    [false, true, 'degraded', 'its last calls failed; offline answers instead'],
    [false, false, 'degraded', 'its last calls failed; those of offline failed, too'],
  ])('says who answers, when the first is available: %s, the second: %s', (first, second, status, reason) => {
    const fallback = { name: 'offline', isAvailable: second };
    expect(llmHealth({ name: 'anthropic', isAvailable: first, fallback })).toEqual({
      ...{ status, provider: 'anthropic', fallback: 'offline' },
      ...(reason && { reason }),
    });
  });
});
