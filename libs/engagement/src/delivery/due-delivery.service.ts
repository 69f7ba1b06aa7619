import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import { PlanWords } from '../planner/plan-words.service.js';
import type { DeliveryOutcome, DeliveryReport, HandOverOptions } from './delivery-outcome.js';
import { DUE_PLANS_SQL } from './due-plans.sql.js';
import { PlanDelivery } from './plan-delivery.service.js';

const AT_ONCE = 100;

interface DuePlace {
  readonly id: string;
  readonly dueAt: Date;
}

const FIRST: DuePlace = { id: '00000000-0000-0000-0000-000000000000', dueAt: new Date(0) };

/** Hands over what is due, one after the other. */
@Injectable()
export class DueDelivery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly delivery: PlanDelivery,
    private readonly words: PlanWords,
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
        count[await this.deliver(id, signal)] += 1;
      }
      after = places.length < AT_ONCE ? undefined : places.at(-1);
    }
    return { handedOver: count['handed-over'], waiting: count.waits, ended: count.ended };
  }

  handOver(id: string, options?: HandOverOptions): Promise<DeliveryOutcome> {
    return this.delivery.handOver(id, options);
  }

  private async deliver(id: string, signal?: AbortSignal): Promise<DeliveryOutcome['kind']> {
    try {
      return await this.withWords(id, signal);
    } catch (error) {
      return (await this.delivery.failed(id, error)) ? 'ended' : 'waits';
    }
  }

  /** A plan that came to its time without words gets them now: outside of any transaction. */
  private async withWords(id: string, signal?: AbortSignal): Promise<DeliveryOutcome['kind']> {
    const outcome = await this.delivery.handOver(id);
    if (outcome.kind !== 'waits' || outcome.reason !== 'no-content') return outcome.kind;
    return (await this.words.write(id, signal)) ? (await this.delivery.handOver(id)).kind : outcome.kind;
  }

  private dueAfter({ id, dueAt }: DuePlace): Promise<readonly DuePlace[]> {
    return this.dataSource.query(DUE_PLANS_SQL, [this.clock.now(), dueAt, id, AT_ONCE]);
  }
}
