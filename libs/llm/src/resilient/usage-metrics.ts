import type { Metrics } from '#telemetry';

import { UsageObserver, type UsageRecord } from './usage-observer.js';

const LABELS = ['provider', 'model', 'purpose', 'outcome'] as const;
/** Answers take from a tenth of a second to minutes. */
const SECONDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120];

/** Attempts, their duration and their tokens as Prometheus metrics. */
export class UsageMetrics extends UsageObserver {
  private readonly calls;
  private readonly seconds;
  private readonly tokens;

  constructor(metrics: Metrics) {
    super();
    this.calls = metrics.counter('llm_calls_total', 'Attempts at a language model', LABELS);
    this.seconds = metrics.histogram('llm_call_duration_seconds', 'Duration of an attempt', LABELS, SECONDS);
    this.tokens = metrics.counter('llm_tokens_total', 'Tokens used', ['provider', 'model', 'purpose', 'kind']);
  }

  record({ provider, model = 'none', purpose, outcome, durationMs, usage }: UsageRecord): void {
    this.calls.inc({ provider, model, purpose, outcome });
    this.seconds.observe({ provider, model, purpose, outcome }, durationMs / 1000);
    if (!usage) return;
    const kinds = {
      input: usage.inputTokens,
      output: usage.outputTokens,
      cache_read: usage.cacheReadTokens,
      cache_write: usage.cacheWriteTokens,
    };
    for (const [kind, count] of Object.entries(kinds)) this.tokens.inc({ provider, model, purpose, kind }, count);
  }
}
