import type { LlmConfig, LlmProviderName } from '#config';

import type { AnthropicOptions } from './anthropic/anthropic-model.js';
import { llmError } from './llm.errors.js';
import type { OpenAiCompatibleOptions } from './openai-compatible/openai-compatible-model.js';

const CLAUDE = { chatModel: 'claude-sonnet-5-5', taskModel: 'claude-haiku-5-5' };
const GROQ_URL = 'https://api.groq.com/openai/v1';
const GROQ_HOST = 'api.groq.com';
const OPENAI_HOST = 'api.openai.com';

/** What Claude is asked with. @throws AppError `llm.no-key` */
export function anthropicSettings(config: LlmConfig): AnthropicOptions {
  const { anthropicApiKey: apiKey, anthropicBaseUrl: baseUrl, timeoutMs, maxTokens } = config;
  if (!apiKey) throw llmError('llm.no-key');
  return { apiKey, baseUrl, timeoutMs, maxTokens, ...modelsOf(config, 'anthropic', CLAUDE) };
}

/**
 * What an OpenAI-compatible server is asked with. A key goes only to the server that it is for: Groq's to Groq, `LLM_API_KEY` to
 * `LLM_BASE_URL`. @throws AppError `llm.no-base-url`, `llm.no-api-key`, `llm.no-model`
 */
export function openAiSettings(config: LlmConfig): OpenAiCompatibleOptions {
  const { groqApiKey, groqModel, model, timeoutMs, maxTokens } = config;
  const { temperature, topP, frequencyPenalty, presencePenalty } = config;
  const baseUrl = config.baseUrl ?? (groqApiKey ? GROQ_URL : undefined);
  if (!baseUrl) throw llmError('llm.no-base-url');
  const { hostname, protocol } = new URL(baseUrl);
  const groq = hostname === GROQ_HOST;
  // Without LLM_BASE_URL there is nothing that LLM_API_KEY could be the key of.
  const apiKey = (config.baseUrl ? config.apiKey : undefined) ?? (groq ? groqApiKey : undefined);
  if (!apiKey && protocol === 'https:') throw llmError('llm.no-api-key');
  const byDefault = model ?? (groq ? groqModel : undefined);
  const { chatModel, taskModel } = modelsOf(config, 'openai-compatible', {
    chatModel: byDefault,
    taskModel: byDefault,
  });
  if (!chatModel || !taskModel) throw llmError('llm.no-model');
  const batches = batchesAt(hostname);
  const sampling = { temperature, topP, frequencyPenalty, presencePenalty };
  return { baseUrl, apiKey, chatModel, taskModel, timeoutMs, maxTokens, sampling, batches };
}

/** Only these two have batches in this form. */
function batchesAt(hostname: string): OpenAiCompatibleOptions['batches'] {
  if (hostname === GROQ_HOST) return { filesExpire: false };
  return hostname === OPENAI_HOST ? { filesExpire: true } : undefined;
}

/** `LLM_CHAT_MODEL` and `LLM_TASK_MODEL` name models of the provider that answers first, and of no other. */
function modelsOf<Model extends string | undefined>(
  config: LlmConfig,
  provider: LlmProviderName,
  defaults: { readonly chatModel: Model; readonly taskModel: Model },
): { chatModel: Model | string; taskModel: Model | string } {
  if (config.provider !== provider) return defaults;
  return { chatModel: config.chatModel ?? defaults.chatModel, taskModel: config.taskModel ?? defaults.taskModel };
}
