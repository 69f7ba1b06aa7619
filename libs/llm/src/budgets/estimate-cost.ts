import type { CompletionRequest, Purpose } from '../port/completion-request.js';
import type { ModelPrices } from '../usage/model-prices.js';
import type { EstimateCost } from './budgeted-model.js';

/** Rather too few: a reservation should not be too small. */
const CHARACTERS_PER_TOKEN = 3;

/** What a question costs when nothing is cached and the answer is as long as it may be. 0 for a model without a price. */
export function estimateCost(
  prices: ModelPrices,
  { maxTokens, modelFor }: { readonly maxTokens: number; readonly modelFor: (purpose: Purpose) => string | undefined },
): EstimateCost {
  return (request) => {
    const model = modelFor(request.purpose);
    if (model === undefined) return 0;
    const outputTokens = request.maxTokens ?? maxTokens;
    const inputTokens = Math.ceil(charactersOf(request) / CHARACTERS_PER_TOKEN);
    return prices.costOf(model, { inputTokens, outputTokens, cacheReadTokens: 0, cacheWriteTokens: 0 }) ?? 0;
  };
}

function charactersOf({ system, messages }: CompletionRequest): number {
  const inSystem = system.reduce((sum, { text }) => sum + text.length, 0);
  return messages.reduce((sum, { content }) => sum + content.length, inSystem);
}
