/** What attempts came to, under the names of the table's columns. */
export interface UsageFigures {
  readonly calls: number;
  readonly failures: number;
  readonly unpriced_calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_read_tokens: number;
  readonly cache_write_tokens: number;
  readonly cost_usd: number;
  readonly latency_sum_ms: number;
  readonly latency_max_ms: number;
  readonly latency_buckets: readonly number[];
}

/** Those that are added up, column by column. */
export const ADDED_FIGURES = [
  'calls',
  'failures',
  'unpriced_calls',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'cost_usd',
  'latency_sum_ms',
];
