import { Injectable } from '@nestjs/common';

import { LlmBudgetConfig } from '#config';
import { Logger, Metrics, type HealthReport } from '#telemetry';

import type { Purpose } from '../port/completion-request.js';
import { LocalDay } from '../usage/local-day.js';
import { mayCall, type ReachedLimit } from './may-call.js';
import { Spending } from './spending.service.js';

const MOST_TOLD = 1_000;

const TOLD: Readonly<Record<ReachedLimit | 'contact-calls', string>> = {
  day: 'the budget of the day for the model is used up: raise LLM_DAILY_BUDGET_USD, or wait until tomorrow',
  contact: 'the budget of the day for a contact is used up: raise LLM_CONTACT_DAILY_BUDGET_USD, or wait until tomorrow',
  'contact-calls': 'a contact has had its questions of the day: raise LLM_CONTACT_DAILY_CALLS, or wait until tomorrow',
};

/** Tells the operator about budgets: each once a day in the log, the day's budget in the health report, all of them in metrics. */
@Injectable()
export class BudgetAlarm {
  private readonly refusals;
  private readonly spent;
  private readonly told = new Set<string>();
  private toldOn = '';

  constructor(
    private readonly config: LlmBudgetConfig,
    private readonly spending: Spending,
    private readonly day: LocalDay,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.refusals = metrics.counter('llm_budget_refusals_total', 'Calls that a budget forbade', ['limit', 'purpose']);
    this.spent = metrics.gauge('llm_budget_spent_usd', 'What the model has cost today, all processes together');
    metrics.gauge('llm_budget_limit_usd', 'LLM_DAILY_BUDGET_USD; 0 for none').set(config.dailyUsd);
  }

  /** A call was refused. */
  refused(limit: ReachedLimit | 'contact-calls', purpose: Purpose, contactId?: string): void {
    this.refusals.inc({ limit, purpose });
    const kind = purpose === 'chat' ? 'people' : 'tasks';
    if (this.isNew(`${limit} ${kind} ${limit === 'day' ? '' : (contactId ?? '')}`)) {
      this.logger.warn({ limit, kind, contactId: limit === 'day' ? undefined : contactId }, TOLD[limit]);
    }
  }

  showSpent(): void {
    this.spent.set(Math.round(this.spending.known().dayUsd * 1_000_000) / 1_000_000);
  }

  /** Of the day's budget: anybody may read it, so it holds no sums. */
  async report(): Promise<HealthReport> {
    try {
      await this.spending.refresh();
    } catch {
      return { status: 'degraded', reason: 'what was spent cannot be read, so nothing is asked' };
    }
    this.showSpent();
    const spent = this.spending.known();
    const limits = { dayUsd: this.config.dailyUsd, contactUsd: 0 };
    if (mayCall(spent, limits, 'chat') !== 'yes') {
      return { status: 'degraded', reason: 'the budget of the day is used up' };
    }
    if (mayCall(spent, limits, 'summary') !== 'yes') {
      return { status: 'degraded', reason: 'what is left of the budget of the day is kept for people' };
    }
    return { status: 'up' };
  }

  private isNew(what: string): boolean {
    const { date } = this.day.today();
    if (date !== this.toldOn) this.told.clear();
    this.toldOn = date;
    if (this.told.has(what) || this.told.size >= MOST_TOLD) return false;
    this.told.add(what);
    return true;
  }
}
