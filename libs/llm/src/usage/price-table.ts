/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** For the whole of a request whose prompt, with all that a cache served, is longer than so many tokens. */
  readonly long?: Omit<Price, 'long'> & { readonly above: number };
}

/**
 * List prices as of 2026-11-21, without taxes, regional surcharges and discounts of one's own: Claude from
 * platform.claude.com/docs/en/about-claude/pricing (caches of five minutes), GPT from developers.openai.com/api/docs/pricing, Gemini from
 * ai.google.dev/gemini-api/docs/pricing, the names that only Groq uses from groq.com/pricing. A model whose name several hosts use at
 * different prices is not here, and neither is one that we do not know: nothing is guessed, `LLM_PRICES` tells it.
 */
export const PRICES: ReadonlyMap<string, Price> = new Map<string, Price>([
  ['offline', price(0, 0)],
  ['claude-opus-5-5', price(4, 20, 0.2, 5)],
  ['claude-opus-5', price(5, 25, 0.5, 6.25)],
  ['claude-opus-4-8', price(5, 25, 0.5, 6.25)],
  ['claude-opus-4-7', price(5, 25, 0.5, 6.25)],
  ['claude-opus-4-6', price(5, 25, 0.5, 6.25)],
  ['claude-opus-4-5', price(5, 25, 0.5, 6.25)],
  ['claude-sonnet-5-5', price(2, 10, 0.1, 2.5)],
  ['claude-sonnet-5', price(2, 10, 0.2, 2.5)],
  ['claude-sonnet-4-6', price(3, 15, 0.3, 3.75)],
  ['claude-haiku-5-5', { ...price(0.1, 0.5, 0.01, 0.125), long: { above: 100_000, ...price(0.5, 2.5, 0.05, 0.625) } }],
  ['claude-haiku-4-5', price(1, 5, 0.1, 1.25)],
  ['gpt-5.5', price(5, 30, 0.5)],
  ['gpt-5.4', price(2.5, 15, 0.25)],
  ['gpt-5.4-mini', price(0.75, 4.5, 0.075)],
  ['gpt-5', price(1.25, 10, 0.125)],
  ['gpt-5-mini', price(0.25, 2, 0.025)],
  ['gpt-5-nano', price(0.05, 0.4, 0.005)],
  ['gpt-4.1', price(2, 8, 0.5)],
  ['gpt-4.1-mini', price(0.4, 1.6, 0.1)],
  ['gpt-4.1-nano', price(0.1, 0.4, 0.025)],
  ['gpt-4o', price(2.5, 10, 1.25)],
  ['gpt-4o-mini', price(0.15, 0.6, 0.075)],
  ['text-embedding-3-small', price(0.02, 0)],
  ['text-embedding-3-large', price(0.13, 0)],
  ['gemini-2.5-pro', { ...price(1.25, 10, 0.125), long: { above: 200_000, ...price(2.5, 15, 0.25) } }],
  ['gemini-2.5-flash', price(0.3, 2.5, 0.03)],
  ['gemini-2.5-flash-lite', price(0.1, 0.4, 0.01)],
  ['llama-3.3-70b-versatile', price(0.59, 0.79)],
  ['llama-3.1-8b-instant', price(0.05, 0.08)],
]);

/** What a cache serves and takes in costs as other input, unless it is said. */
export function price(input: number, output: number, cacheRead = input, cacheWrite = input): Price {
  return { input, output, cacheRead, cacheWrite };
}
