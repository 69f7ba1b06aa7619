import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { Clock, failpoint } from '#kernel';

import { PlanWords } from '../planner/plan-words.service.js';
import { DeliveryNews } from './delivery-news.service.js';
import type { DeliveryOutcome, DeliveryReport, HandOverOptions } from './delivery-outcome.js';
import { DUE_PLANS_SQL } from './due-plans.sql.js';
import { HandOver } from './hand-over.service.js';

const AT_ONCE = 100;

interface DuePlace {
  readonly id: string;
  readonly dueAt: Date;
}

const FIRST: DuePlace = { id: '00000000-0000-0000-0000-000000000000', dueAt: new Date(0) };

/** Hands plans over, each in a transaction of its own, and says so when that has committed. */
@Injectable()
export class DueDelivery {
  constructor(
    private readonly transactions: Transactions,
    private readonly handOvers: HandOver,
    private readonly words: PlanWords,
    private readonly news: DeliveryNews,
    private readonly clock: Clock,
  ) {}

  /** All that are due, each once. */
  async run(signal?: AbortSignal): Promise<Pick<DeliveryReport, 'handedOver' | 'waiting' | 'ended'>> {
    const count = { 'handed-over': 0, waits: 0, ended: 0, 'not-waiting': 0 };
    let after: DuePlace | undefined = FIRST;
    while (after && !signal?.aborted) {
      const places: readonly DuePlace[] = await this.dueAfter(after);
      for (const { id } of places) {
        if (signal?.aborted) break;
        count[(await this.deliver(id, signal)).kind] += 1;
      }
      after = places.length < AT_ONCE ? undefined : places.at(-1);
    }
    return { handedOver: count['handed-over'], waiting: count.waits, ended: count.ended };
  }

  async handOver(id: string, options: HandOverOptions = {}): Promise<DeliveryOutcome> {
    const { outcome, plan } = await this.transactions.run((manager) => this.handOvers.tryIt(manager, id, options));
    if (outcome.kind === 'handed-over' && plan) {
      failpoint('engagement.handed');
      await this.news.handedOver(plan, outcome.accountId);
    } else if (outcome.kind === 'ended' && plan) {
      await this.news.changed([{ ...plan, status: outcome.status, reason: outcome.reason }]);
    }
    return outcome;
  }

  /** A plan that came to its time without words gets them now: outside of any transaction. */
  private async deliver(id: string, signal?: AbortSignal): Promise<DeliveryOutcome> {
    const outcome = await this.handOver(id);
    if (outcome.kind !== 'waits' || outcome.reason !== 'no-content') return outcome;
    return (await this.words.write(id, signal)) ? this.handOver(id) : outcome;
  }

  private dueAfter({ id, dueAt }: DuePlace): Promise<readonly DuePlace[]> {
    return this.transactions.run((manager) => manager.query(DUE_PLANS_SQL, [this.clock.now(), dueAt, id, AT_ONCE]));
  }
}
