import { Injectable } from '@nestjs/common';

import { Logger, Metrics } from '#telemetry';

import { UsageMetrics } from '../resilient/usage-metrics.js';
import { UsageObserver, type UsageRecord } from '../resilient/usage-observer.js';
import { CostMetrics } from './cost-metrics.js';
import { LocalDay } from './local-day.js';
import { ModelPrices } from './model-prices.js';
import { UsageLedger } from './usage-ledger.service.js';
import { rowOf, type UsageRow } from './usage-row.js';

/** What runs in this process costs nothing, whatever its model is called. */
const FREE: ReadonlySet<string> = new Set(['offline', 'local']);
const MOST_TOLD = 100;

/** Told about each attempt, once it has its price. It must not throw. */
export type UsageListener = (row: UsageRow) => void;

/** Every attempt at a model: priced, counted in metrics, and added to the ledger. */
@Injectable()
export class UsageAccounts extends UsageObserver {
  private readonly metrics: UsageMetrics;
  private readonly costs: CostMetrics;
  private readonly listeners: UsageListener[] = [];
  private readonly unpriced = new Set<string>();

  constructor(
    metrics: Metrics,
    private readonly prices: ModelPrices,
    private readonly ledger: UsageLedger,
    private readonly day: LocalDay,
    private readonly logger: Logger,
  ) {
    super();
    this.metrics = new UsageMetrics(metrics);
    this.costs = new CostMetrics(metrics);
  }

  /** For whoever must know at once. */
  listen(listener: UsageListener): void {
    this.listeners.push(listener);
  }

  record(usage: UsageRecord): void {
    this.metrics.record(usage);
    const row = rowOf(usage, this.day.today().date, this.costOf(usage));
    this.costs.count(row);
    this.ledger.add(row);
    for (const listener of this.listeners) listener(row);
    if (row.unpriced_calls > 0) this.tellUnpriced(row.model);
  }

  private costOf({ provider, model, usage, batched }: UsageRecord): number | undefined {
    if (FREE.has(provider)) return 0;
    return model !== undefined && usage ? this.prices.costOf(model, usage, { batched }) : undefined;
  }

  private tellUnpriced(model: string): void {
    if (this.unpriced.has(model) || this.unpriced.size >= MOST_TOLD) return;
    this.unpriced.add(model);
    this.logger.warn({ model }, 'the price of this model is not known, so its cost is not counted: set LLM_PRICES');
  }
}
