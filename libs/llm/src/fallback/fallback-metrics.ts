import type { Metrics } from '#telemetry';

import type { Fallback } from './fallback-model.js';

/** Counts the questions that went to the second provider. */
export function countFallbacks(metrics: Metrics): (fallback: Fallback) => void {
  const labels = ['from', 'to', 'purpose', 'reason'] as const;
  const fallbacks = metrics.counter('llm_fallbacks_total', 'Questions that the fallback provider got', labels);
  return (fallback) => fallbacks.inc({ ...fallback });
}
