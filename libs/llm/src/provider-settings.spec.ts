import { LlmConfig, readSection } from '#config';

import { anthropicSettings, openAiSettings } from './provider-settings.js';

const CLAUDE = { chatModel: 'claude-sonnet-5-5', taskModel: 'claude-haiku-5-5' };
const OLLAMA = { LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'llama3.2' };
const OPENAI = { LLM_BASE_URL: 'https://api.openai.com/v1', LLM_API_KEY: 'sk', LLM_MODEL: 'gpt-4o' };

describe('the provider that answers first', () => {
  it.each([
    ['nothing is set', {}, 'offline'],
    ['a key of Anthropic', { ANTHROPIC_API_KEY: 'a' }, 'anthropic'],
    ['a key of Groq', { GROQ_API_KEY: 'g' }, 'openai-compatible'],
    ['both keys', { ANTHROPIC_API_KEY: 'a', GROQ_API_KEY: 'g' }, 'anthropic'],
    ['an address', OLLAMA, 'openai-compatible'],
    ['a choice against the keys', { LLM_PROVIDER: 'offline', ANTHROPIC_API_KEY: 'a', GROQ_API_KEY: 'g' }, 'offline'],
  ])('when there is %s', (_, environment, provider) => {
    expect(config(environment).provider).toBe(provider);
  });
});

describe('openAiSettings', () => {
  it.each([
    [
      'Groq by its key alone',
      { GROQ_API_KEY: 'g' },
      { baseUrl: 'https://api.groq.com/openai/v1', apiKey: 'g', chatModel: 'llama-3.3-70b-versatile' },
    ],
    ['Groq with a model of its own', { GROQ_API_KEY: 'g', GROQ_MODEL: 'm' }, { chatModel: 'm', taskModel: 'm' }],
    ['LLM_MODEL before GROQ_MODEL', { GROQ_API_KEY: 'g', LLM_MODEL: 'm', GROQ_MODEL: 'n' }, { chatModel: 'm' }],
    ['a server without a key', OLLAMA, { apiKey: undefined, chatModel: 'llama3.2', taskModel: 'llama3.2' }],
    ['a model for people', { ...OPENAI, LLM_CHAT_MODEL: 'gpt-5' }, { chatModel: 'gpt-5', taskModel: 'gpt-4o' }],
    [
      'two models without LLM_MODEL',
      { ...OPENAI, LLM_MODEL: '', LLM_CHAT_MODEL: 'a', LLM_TASK_MODEL: 'b' },
      { chatModel: 'a' },
    ],
    ["another server's address: not Groq's key", { ...OLLAMA, GROQ_API_KEY: 'g' }, { apiKey: undefined }],
    [
      "Groq without an address: not LLM_API_KEY, which is another's",
      { GROQ_API_KEY: 'g', LLM_API_KEY: 'l' },
      { apiKey: 'g' },
    ],
    ['batches at OpenAI', OPENAI, { batches: { filesExpire: true } }],
    ['batches at Groq', { GROQ_API_KEY: 'g' }, { batches: { filesExpire: false } }],
    ['no batches elsewhere', OLLAMA, { batches: undefined }],
    [
      'the sampling of the mission',
      OPENAI,
      { maxTokens: 500, sampling: { temperature: 0.8, topP: 0.9, frequencyPenalty: 0.3, presencePenalty: 0.3 } },
    ],
  ])('takes %s', (_, environment, settings) => {
    expect(openAiSettings(config({ LLM_PROVIDER: 'openai-compatible', ...environment }))).toMatchObject(settings);
  });

  it.each([
    ['an address', {}, 'llm.no-base-url', /LLM_BASE_URL.*GROQ_API_KEY/],
    ['a model', { ...OLLAMA, LLM_MODEL: '' }, 'llm.no-model', /LLM_MODEL/],
    ['a key', { ...OPENAI, LLM_API_KEY: '' }, 'llm.no-api-key', /LLM_API_KEY/],
    ["a key, and Groq's is not it", { ...OPENAI, LLM_API_KEY: '', GROQ_API_KEY: 'g' }, 'llm.no-api-key', /LLM_API_KEY/],
  ])('says what to set when it lacks %s', (_, environment, code, message) => {
    const settings = () => openAiSettings(config({ LLM_PROVIDER: 'openai-compatible', ...environment }));
    expect(settings).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }) as Error);
  });
});

describe('models of two providers', () => {
  it('never sends a model of one to the other', () => {
    const claudeFirst = config({
      ...OPENAI,
      LLM_PROVIDER: 'anthropic',
      ANTHROPIC_API_KEY: 'a',
      LLM_CHAT_MODEL: 'claude-x',
    });
    expect(anthropicSettings(claudeFirst)).toMatchObject({ ...CLAUDE, chatModel: 'claude-x' });
    expect(openAiSettings(claudeFirst)).toMatchObject({ chatModel: 'gpt-4o', taskModel: 'gpt-4o' });

    const gptFirst = config({
      ...OPENAI,
      LLM_PROVIDER: 'openai-compatible',
      ANTHROPIC_API_KEY: 'a',
      LLM_TASK_MODEL: 'gpt-x',
    });
    expect(openAiSettings(gptFirst)).toMatchObject({ chatModel: 'gpt-4o', taskModel: 'gpt-x' });
    expect(anthropicSettings(gptFirst)).toMatchObject(CLAUDE);
  });
});

function config(environment: Readonly<Record<string, string>>): LlmConfig {
  return readSection(LlmConfig, environment);
}
