import type { CompletionRequest } from '../port/completion-request.js';

/** How an answer is chosen among the likely ones. What is undefined is up to the provider. */
export type Sampling = Pick<CompletionRequest, 'temperature' | 'topP' | 'frequencyPenalty' | 'presencePenalty'>;

/** The sampling of a request: what it says itself, then the settings for people's answers; a task has no use for chance. */
export function samplingOf(request: CompletionRequest, forChat: Sampling): Sampling {
  const defaults: Sampling = request.purpose === 'chat' ? forChat : { temperature: 0 };
  return {
    temperature: request.temperature ?? defaults.temperature,
    topP: request.topP ?? defaults.topP,
    frequencyPenalty: request.frequencyPenalty ?? defaults.frequencyPenalty,
    presencePenalty: request.presencePenalty ?? defaults.presencePenalty,
  };
}
