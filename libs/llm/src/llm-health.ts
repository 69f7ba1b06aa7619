import type { HealthReport } from '#telemetry';

import type { ResilientModel } from './resilient/resilient-model.js';

/** How the model is, from what its last calls were like: nobody pays for a question just to find out. */
export function llmHealth(model: Pick<ResilientModel, 'name' | 'isAvailable'>): HealthReport {
  const { name: provider, isAvailable } = model;
  return isAvailable ? { status: 'up', provider } : { status: 'degraded', provider, reason: 'its last calls failed' };
}
