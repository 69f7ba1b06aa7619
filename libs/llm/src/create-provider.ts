import type { LlmConfig, LlmProviderName } from '#config';

import { AnthropicModel } from './anthropic/anthropic-model.js';
import { OfflineModel } from './offline/offline-model.js';
import { OpenAiCompatibleModel } from './openai-compatible/openai-compatible-model.js';
import type { LanguageModel } from './port/language-model.port.js';
import { anthropicSettings, openAiSettings } from './provider-settings.js';

/** A provider as the configuration has it, bare. @throws AppError `llm.no-key`, `llm.no-base-url`, `llm.no-api-key`, `llm.no-model` */
export function createProvider(config: LlmConfig, name: LlmProviderName): LanguageModel {
  switch (name) {
    case 'anthropic':
      return new AnthropicModel(anthropicSettings(config));
    case 'openai-compatible':
      return new OpenAiCompatibleModel(openAiSettings(config));
    case 'offline':
      return new OfflineModel();
  }
}
