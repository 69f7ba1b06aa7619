import { Injectable } from '@nestjs/common';

import { LlmBudgetConfig } from '#config';

import { llmError } from '../llm.errors.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { LocalDay } from '../usage/local-day.js';
import { BudgetAlarm } from './budget-alarm.service.js';
import { ContactCalls } from './contact-calls.service.js';
import { callsFor, mayCall, type ReachedLimit } from './may-call.js';
import { Spending } from './spending.service.js';

/** Whose question, and what for. */
export type BudgetedQuestion = Pick<CompletionRequest, 'purpose' | 'contactId'>;

/**
 * Asked before every question to a model that costs something. Dollars: a process knows what the others spent up to two seconds ago,
 * and reckons what its own calls under way may cost; so the budget is passed by one call of each process, and by what the others spend in
 * those seconds. Calls of a contact are exact. Nothing is let through while the store cannot be read.
 */
@Injectable()
export class BudgetGuard {
  constructor(
    private readonly config: LlmBudgetConfig,
    private readonly spending: Spending,
    private readonly calls: ContactCalls,
    private readonly alarm: BudgetAlarm,
    private readonly day: LocalDay,
  ) {}

  /**
   * Lets a question through that may cost `estimate()` US dollars. The answer is to be called when it has ended.
   * @throws AppError `llm.over-budget`, `llm.budget-unknown`
   */
  async admit(question: BudgetedQuestion, estimate: () => number): Promise<() => void> {
    const release = await this.admitCost(question, estimate);
    try {
      await this.takeCall(question);
      return release;
    } catch (error) {
      release();
      throw error;
    }
  }

  private async admitCost({ purpose, contactId }: BudgetedQuestion, estimate: () => number): Promise<() => void> {
    const { dailyUsd: dayUsd, contactDailyUsd: contactUsd } = this.config;
    if (dayUsd === 0 && contactUsd === 0) return () => undefined;
    const payer = contactUsd > 0 ? contactId : undefined;
    await readable(this.spending.refresh(payer));
    this.alarm.showSpent();
    // From here to the hold nothing waits: no two calls of this process take the same rest.
    const verdict = mayCall(this.spending.known(payer), { dayUsd, contactUsd }, purpose);
    if (verdict !== 'yes') throw this.refusal(verdict, purpose, contactId);
    return this.spending.hold(estimate(), payer);
  }

  private async takeCall({ purpose, contactId }: BudgetedQuestion): Promise<void> {
    const { contactDailyCalls } = this.config;
    if (contactDailyCalls === 0 || contactId === undefined) return;
    const allowed = callsFor(purpose, contactDailyCalls);
    const taken = await readable(this.calls.take(this.day.today().date, contactId, allowed));
    if (!taken) throw this.refusal('contact-calls', purpose, contactId);
  }

  private refusal(limit: ReachedLimit | 'contact-calls', purpose: BudgetedQuestion['purpose'], contactId?: string) {
    this.alarm.refused(limit, purpose, contactId);
    return llmError('llm.over-budget', { details: { limit }, retryAfterSeconds: this.day.secondsLeft() });
  }
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw llmError('llm.budget-unknown');
  }
}
