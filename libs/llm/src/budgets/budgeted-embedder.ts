import { Embedder } from '../embeddings/embedder.port.js';
import type { ModelPrices } from '../usage/model-prices.js';
import type { BudgetGuard } from './budget-guard.service.js';

/** Rather too few: a reservation should not be too small. */
const CHARACTERS_PER_TOKEN = 3;

/** An embedder that is asked only while there is a budget for work in the background. */
export class BudgetedEmbedder extends Embedder {
  constructor(
    private readonly embedder: Embedder,
    private readonly guard: BudgetGuard,
    private readonly prices: ModelPrices,
  ) {
    super();
  }

  get model(): string {
    return this.embedder.model;
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    if (texts.length === 0) return [];
    const release = await this.guard.admit({ purpose: 'embedding' }, () => this.costOf(texts));
    try {
      return await this.embedder.embed(texts, signal);
    } finally {
      release();
    }
  }

  private costOf(texts: readonly string[]): number {
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    const inputTokens = Math.ceil(characters / CHARACTERS_PER_TOKEN);
    return (
      this.prices.costOf(this.model, { inputTokens, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 }) ?? 0
    );
  }
}
