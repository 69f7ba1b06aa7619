import type { LlmConfig } from '#config';

import type { Purpose } from '../port/completion-request.js';
import { anthropicSettings, openAiSettings } from '../provider-settings.js';

/** Which model of the first provider answers what, as far as the settings say. */
export function expectedModel(config: LlmConfig): (purpose: Purpose) => string | undefined {
  const models = modelsOf(config);
  return (purpose) => (purpose === 'chat' ? models?.chatModel : models?.taskModel);
}

function modelsOf(config: LlmConfig): { readonly chatModel: string; readonly taskModel: string } | undefined {
  switch (config.provider) {
    case 'anthropic':
      return anthropicSettings(config);
    case 'openai-compatible':
      return openAiSettings(config);
    case 'offline':
      return undefined;
  }
}
