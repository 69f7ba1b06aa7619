import type { LlmBudgetConfig } from '#config';

import type { Usage } from '../port/completion.js';
import { PRICES, price, type Price } from './price-table.js';

/** Batches cost half, at Anthropic, OpenAI and Groq alike. */
const BATCH_SHARE = 0.5;
/** A snapshot costs what its model costs: `claude-haiku-4-5-20251001`, `gpt-4o-2024-08-06`, `claude-…-latest`. */
const SNAPSHOT = /-(\d{8}|\d{4}-\d\d-\d\d|latest)$/;
/** Gemini's OpenAI-compatible API puts this before its names. */
const FOLDER = /^models\//;

/** What models cost: `LLM_PRICES` first, then our table. */
export class ModelPrices {
  private readonly own: ReadonlyMap<string, Price>;

  constructor({ prices }: Pick<LlmBudgetConfig, 'prices'>) {
    this.own = new Map([...prices].map(([model, dollars]) => [model, price(...dollars)]));
  }

  /** US dollars; undefined when nobody has told the price of the model. */
  costOf(model: string, usage: Usage, options: { readonly batched?: boolean } = {}): number | undefined {
    const found = this.priceOf(model);
    if (!found) return undefined;
    const rate = rateFor(found, usage);
    const microDollars =
      usage.inputTokens * rate.input +
      usage.outputTokens * rate.output +
      usage.cacheReadTokens * rate.cacheRead +
      usage.cacheWriteTokens * rate.cacheWrite;
    return (microDollars / 1_000_000) * (options.batched ? BATCH_SHARE : 1);
  }

  private priceOf(model: string): Price | undefined {
    const name = model.replace(FOLDER, '');
    return this.named(model) ?? this.named(name) ?? this.named(name.replace(SNAPSHOT, ''));
  }

  private named(model: string): Price | undefined {
    return this.own.get(model) ?? PRICES.get(model);
  }
}

function rateFor(
  { long, ...rate }: Price,
  { inputTokens, cacheReadTokens, cacheWriteTokens }: Usage,
): Omit<Price, 'long'> {
  return long && inputTokens + cacheReadTokens + cacheWriteTokens > long.above ? long : rate;
}
