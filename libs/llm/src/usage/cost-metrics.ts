import type { Metrics } from '#telemetry';

import type { UsageRow } from './usage-row.js';

/** What calls cost, as Prometheus metrics. */
export class CostMetrics {
  private readonly cost;
  private readonly unpriced;

  constructor(metrics: Metrics) {
    const labels = ['provider', 'model', 'purpose'] as const;
    this.cost = metrics.counter('llm_cost_usd_total', 'Cost of calls by list price, in US dollars', labels);
    this.unpriced = metrics.counter('llm_unpriced_calls_total', 'Calls whose model has no known price', labels);
  }

  count({ provider, model, purpose, cost_usd: cost, unpriced_calls: unpriced }: UsageRow): void {
    if (cost > 0) this.cost.inc({ provider, model, purpose }, cost);
    if (unpriced > 0) this.unpriced.inc({ provider, model, purpose }, unpriced);
  }
}
