import type { Metrics } from '#telemetry';

import { countFallbacks } from './fallback/fallback-metrics.js';
import { FallbackModel } from './fallback/fallback-model.js';
import type { LanguageModel } from './port/language-model.port.js';
import type { Surroundings } from './resilient/attempts.js';
import { callPolicy, type CallPolicy } from './resilient/call-policy.js';
import { ResilientModel } from './resilient/resilient-model.js';
import type { UsageObserver } from './resilient/usage-observer.js';

export interface ModelParts {
  readonly provider: LanguageModel;
  /** Answers while the provider cannot. */
  readonly fallback?: LanguageModel;
  readonly timeoutMs: number;
  readonly surroundings: Surroundings;
  readonly observer: UsageObserver;
  readonly metrics: Metrics;
}

/** How long after the first attempt another one at the same provider may begin when a second provider is there to answer, in milliseconds. */
const TOTAL_BEFORE_FALLBACK_MS = 10_000;

/** A provider kept in bounds, and a second one behind it when there is one. */
export function createModel(parts: ModelParts): ResilientModel | FallbackModel {
  const { provider, fallback, timeoutMs, metrics } = parts;
  const policy = callPolicy(timeoutMs);
  if (!fallback) return resilient(provider, policy, parts);
  const retry = { ...policy.retry, totalMs: Math.min(policy.retry.totalMs, TOTAL_BEFORE_FALLBACK_MS) };
  const first = resilient(provider, { ...policy, retry }, parts);
  return new FallbackModel(first, resilient(fallback, policy, parts), countFallbacks(metrics));
}

function resilient(model: LanguageModel, policy: CallPolicy, { surroundings, observer }: ModelParts): ResilientModel {
  return new ResilientModel(model, policy, surroundings, observer);
}
