import type { LlmConfig, LlmProviderName } from '#config';

import { OfflineModel } from './offline/offline-model.js';
import type { LanguageModel } from './port/language-model.port.js';
import { anthropicSettings, openAiSettings } from './provider-settings.js';

/**
 * A provider as the configuration has it, bare. What is wrong with the configuration is said at once; the provider's library, which is
 * hundreds of files, is loaded by whoever opens it. @throws AppError `llm.no-key`, `llm.no-base-url`, `llm.no-api-key`, `llm.no-model`
 */
export function createProvider(config: LlmConfig, name: LlmProviderName): () => Promise<LanguageModel> {
  switch (name) {
    case 'anthropic': {
      const settings = anthropicSettings(config);
      return async () => new (await import('./anthropic/anthropic-model.js')).AnthropicModel(settings);
    }
    case 'openai-compatible': {
      const settings = openAiSettings(config);
      return async () =>
        new (await import('./openai-compatible/openai-compatible-model.js')).OpenAiCompatibleModel(settings);
    }
    case 'offline':
      return () => Promise.resolve(new OfflineModel());
  }
}
