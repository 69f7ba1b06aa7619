import { Module, type OnModuleInit } from '@nestjs/common';

import { LlmBudgetConfig, ServerConfig } from '#config';
import { Clock } from '#kernel';
import { Health } from '#telemetry';

import { BudgetAlarm } from './budgets/budget-alarm.service.js';
import { BudgetGuard } from './budgets/budget-guard.service.js';
import { ContactCalls } from './budgets/contact-calls.service.js';
import { Spending } from './budgets/spending.service.js';
import { UsageObserver } from './resilient/usage-observer.js';
import { LocalDay } from './usage/local-day.js';
import { ModelPrices } from './usage/model-prices.js';
import { UsageAccounts } from './usage/usage-accounts.service.js';
import { UsageLedger } from './usage/usage-ledger.service.js';

/** What models are used for, what that costs, and whether it may go on. Needs the database. */
@Module({
  providers: [
    {
      provide: ModelPrices,
      useFactory: (config: LlmBudgetConfig) => new ModelPrices(config),
      inject: [LlmBudgetConfig],
    },
    {
      provide: LocalDay,
      useFactory: (clock: Clock, { timeZone }: ServerConfig) => new LocalDay(clock, timeZone),
      inject: [Clock, ServerConfig],
    },
    { provide: UsageObserver, useExisting: UsageAccounts },
    UsageLedger,
    UsageAccounts,
    Spending,
    ContactCalls,
    BudgetAlarm,
    BudgetGuard,
  ],
  exports: [UsageObserver, ModelPrices, BudgetGuard],
})
export class LlmUsageModule implements OnModuleInit {
  constructor(
    private readonly alarm: BudgetAlarm,
    private readonly config: LlmBudgetConfig,
    private readonly health: Health,
  ) {}

  onModuleInit(): void {
    if (this.config.dailyUsd > 0) this.health.register('llm_budget', () => this.alarm.report(), { required: false });
  }
}
