import { Test } from '@nestjs/testing';

import { LlmConfig } from '#config';
import { Health, Metrics, TelemetryModule } from '#telemetry';

import { LlmModule } from './llm.module.js';
import { LanguageModel } from './port/language-model.port.js';
import { ResilientModel } from './resilient/resilient-model.js';

describe('LlmModule', () => {
  it('provides the model that the configuration names, kept in bounds', async () => {
    const telemetry = TelemetryModule.forRoot({ level: 'silent', format: 'json', name: 'test' });
    const app = await Test.createTestingModule({ imports: [telemetry, LlmModule.forRoot(config({}))] }).compile();
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

  it.each([
    [
      'a provider that is not there yet',
      { chosenProvider: 'openai-compatible' as const },
      'llm.no-provider',
      /anthropic, offline/,
    ],
    ['a key that is missing', { chosenProvider: 'anthropic' as const }, 'llm.no-key', /ANTHROPIC_API_KEY/],
  ])('ends the start over %s', (_, values, code, message) => {
    expect(thrownBy(() => LlmModule.forRoot(config(values)))).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});

function config(values: Partial<LlmConfig>): LlmConfig {
  const defaults = { chatModel: 'claude-sonnet-5-5', taskModel: 'claude-haiku-5-5', timeoutMs: 1_000, maxTokens: 500 };
  return Object.assign(new LlmConfig(), defaults, values);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
