import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EmbeddingsConfig, LlmConfig, loadConfig, variablesOf } from '#config';

import { createProvider } from './create-provider.js';
import { anthropicSettings, openAiSettings } from './provider-settings.js';

const DOCS = readFileSync(join(import.meta.dirname, '../../../docs/models.md'), 'utf8');
const OPENAI_COMPATIBLE = 'openai-compatible';

describe('docs/models.md', () => {
  it.each([
    ['Anthropic', 'anthropic', { chatModel: 'claude-sonnet-5-5', taskModel: 'claude-haiku-5-5' }],
    ['Groq', OPENAI_COMPATIBLE, { baseUrl: 'https://api.groq.com/openai/v1', chatModel: 'llama-3.3-70b-versatile' }],
    ['OpenAI', OPENAI_COMPATIBLE, { chatModel: 'gpt-4.1', taskModel: 'gpt-4.1-mini' }],
    ['Gemini', OPENAI_COMPATIBLE, { chatModel: 'gemini-2.5-flash', taskModel: 'gemini-2.5-flash' }],
    ['Ollama', OPENAI_COMPATIBLE, { apiKey: undefined, chatModel: 'llama3.2' }],
    ['Offline', 'offline', {}],
    ['When the provider fails', 'anthropic', { chatModel: 'claude-sonnet-5-5' }],
  ])('has settings for %s that choose it', async (section, provider, settings) => {
    const config = configOf(LlmConfig, examplesOf(section)[0]);
    expect(config.provider).toBe(provider);
    expect((await createProvider(config, config.provider)()).name).toBe(provider);
    if (provider !== 'offline') {
      expect(provider === 'anthropic' ? anthropicSettings(config) : openAiSettings(config)).toMatchObject(settings);
    }
  });

  it('has a fallback that is ready to answer', async () => {
    const config = configOf(LlmConfig, examplesOf('When the provider fails')[0]);
    expect(config.fallbackProvider).toBe(OPENAI_COMPATIBLE);
    expect((await createProvider(config, OPENAI_COMPATIBLE)()).name).toBe(OPENAI_COMPATIBLE);
  });

  it('has settings for both kinds of embeddings', () => {
    const [api, local] = examplesOf('Embeddings').map((example) => configOf(EmbeddingsConfig, example));
    expect(api).toMatchObject({ baseUrl: 'https://api.openai.com/v1', model: 'text-embedding-3-small' });
    expect(local).toMatchObject({ modelPath: 'models/all-MiniLM-L6-v2' });
  });

  it('tells the defaults that hold', () => {
    const rows = [...DOCS.matchAll(/^\| `(LLM_\w+)` +\| ([\d.]+) /gm)].map(([, name, value]) => [name, value]);
    const variables = variablesOf(LlmConfig).map(({ name, default: value }) => [name, value] as const);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(variables).toContainEqual(row);
  });
});

/** The settings of each `sh` block under a heading. */
function examplesOf(section: string): Readonly<Record<string, string>>[] {
  const text = DOCS.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  const examples = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) =>
    Object.fromEntries([...block.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? ''])),
  );
  expect(examples).not.toEqual([]);
  return examples;
}

function configOf<T extends object>(section: new () => T, environment: Readonly<Record<string, string>> = {}): T {
  return loadConfig(environment).get(section) as T;
}
