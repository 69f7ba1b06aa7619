import type { HealthReport } from '#telemetry';

import type { ResilientModel } from './resilient/resilient-model.js';

type State = Pick<ResilientModel, 'name' | 'isAvailable'>;

/** How the model is, from what its last calls were like: nobody pays for a question just to find out. */
export function llmHealth(model: State & { readonly fallback?: State }): HealthReport {
  const { name: provider, isAvailable } = model;
  const { name: fallback, isAvailable: fallbackAvailable } = model.fallback ?? {};
  const report = { provider, ...(fallback && { fallback }) };
  if (isAvailable) return { status: 'up', ...report };
  const reason = fallback
    ? `its last calls failed; ${fallbackAvailable ? `${fallback} answers instead` : `those of ${fallback} failed, too`}`
    : 'its last calls failed';
  return { status: 'degraded', ...report, reason };
}
