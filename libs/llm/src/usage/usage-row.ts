import { cleanText } from '#kernel';

import type { UsageRecord } from '../resilient/usage-observer.js';
import { bucketOf, LATENCY_BORDERS_MS } from './latency-buckets.js';
import type { UsageFigures } from './usage-figures.js';

/** What attempts of one kind came to. */
export interface UsageRow extends UsageFigures {
  readonly day: string;
  readonly purpose: string;
  readonly provider: string;
  readonly model: string;
  readonly contact_id: string | null;
}

const BUCKETS = Array.from({ length: LATENCY_BORDERS_MS.length + 1 }, (_, index) => index);
const MAX_NAME = 200;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** One attempt as a row. Whatever a provider says of itself, Postgres takes it: one bad row would hold up all others. */
export function rowOf(record: UsageRecord, day: string, costUsd: number | undefined): UsageRow {
  const { contactId, usage, model = 'none', outcome, durationMs, batched = false } = record;
  const latency = count(durationMs);
  const bucket = bucketOf(latency);
  return {
    day,
    purpose: record.purpose,
    provider: name(record.provider),
    model: name(model),
    contact_id: contactId !== undefined && UUID.test(contactId) ? contactId.toLowerCase() : null,
    calls: 1,
    failures: outcome === 'ok' ? 0 : 1,
    unpriced_calls: usage && costUsd === undefined ? 1 : 0,
    input_tokens: count(usage?.inputTokens),
    output_tokens: count(usage?.outputTokens),
    cache_read_tokens: count(usage?.cacheReadTokens),
    cache_write_tokens: count(usage?.cacheWriteTokens),
    cost_usd: costUsd !== undefined && Number.isFinite(costUsd) ? costUsd : 0,
    latency_sum_ms: latency,
    latency_max_ms: latency,
    // Answers of a batch came whenever they came.
    latency_buckets: BUCKETS.map((index) => (!batched && index === bucket ? 1 : 0)),
  };
}

/** Two rows of one kind as one. */
export function sumOf(one: UsageRow, other: UsageRow): UsageRow {
  return {
    ...one,
    calls: one.calls + other.calls,
    failures: one.failures + other.failures,
    unpriced_calls: one.unpriced_calls + other.unpriced_calls,
    input_tokens: one.input_tokens + other.input_tokens,
    output_tokens: one.output_tokens + other.output_tokens,
    cache_read_tokens: one.cache_read_tokens + other.cache_read_tokens,
    cache_write_tokens: one.cache_write_tokens + other.cache_write_tokens,
    cost_usd: one.cost_usd + other.cost_usd,
    latency_sum_ms: one.latency_sum_ms + other.latency_sum_ms,
    latency_max_ms: Math.max(one.latency_max_ms, other.latency_max_ms),
    latency_buckets: one.latency_buckets.map((calls, index) => calls + (other.latency_buckets[index] ?? 0)),
  };
}

/** Rows of one kind have one key; sorted by it, writers take their locks in one order. */
export function keyOf({ day, purpose, provider, model, contact_id: contactId }: UsageRow): string {
  return [day, purpose, provider, model, contactId ?? ''].join('\u0000');
}

function name(text: string): string {
  return cleanText(text.slice(0, MAX_NAME));
}

function count(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? Math.min(Math.max(0, Math.round(value)), 2_147_483_647) : 0;
}
