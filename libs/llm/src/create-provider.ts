import type { LlmConfig } from '#config';

import { AnthropicModel } from './anthropic/anthropic-model.js';
import { llmError } from './llm.errors.js';
import { OfflineModel } from './offline/offline-model.js';
import type { LanguageModel } from './port/language-model.port.js';

/** The provider that the configuration names, bare. @throws AppError `llm.no-key`, `llm.no-provider` */
export function createProvider(config: LlmConfig): LanguageModel {
  switch (config.provider) {
    case 'anthropic': {
      const { anthropicApiKey: apiKey, anthropicBaseUrl: baseUrl, chatModel, taskModel, timeoutMs, maxTokens } = config;
      if (!apiKey) throw llmError('llm.no-key');
      return new AnthropicModel({ apiKey, baseUrl, chatModel, taskModel, timeoutMs, maxTokens });
    }
    case 'offline':
      return new OfflineModel();
    case 'openai-compatible':
      throw llmError('llm.no-provider');
  }
}
