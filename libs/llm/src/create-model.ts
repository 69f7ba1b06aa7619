import type { Metrics } from '#telemetry';

import { countFallbacks } from './fallback/fallback-metrics.js';
import { FallbackModel } from './fallback/fallback-model.js';
import type { LanguageModel } from './port/language-model.port.js';
import type { Surroundings } from './resilient/attempts.js';
import { callPolicy } from './resilient/call-policy.js';
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

/** A provider kept in bounds, and a second one behind it when there is one. */
export function createModel(parts: ModelParts): ResilientModel | FallbackModel {
  const { provider, fallback, metrics } = parts;
  const first = resilient(provider, parts);
  return fallback ? new FallbackModel(first, resilient(fallback, parts), countFallbacks(metrics)) : first;
}

function resilient(model: LanguageModel, { timeoutMs, surroundings, observer }: ModelParts): ResilientModel {
  return new ResilientModel(model, callPolicy(timeoutMs), surroundings, observer);
}
