import { Injectable } from '@nestjs/common';

import { BrakeNews } from './brake-news.service.js';
import { DeliveryNews } from './delivery-news.service.js';
import type { DeliveryOutcome, DeliveryReport, HandOverOptions } from './delivery-outcome.js';
import { DueDelivery } from './due-delivery.service.js';
import { Outcomes } from './outcomes.service.js';
import { Settlement } from './settlement.service.js';

/** Brings plans to the outbox when they are due, and writes down what became of them. */
@Injectable()
export class Delivery {
  constructor(
    private readonly due: DueDelivery,
    private readonly settlement: Settlement,
    private readonly judgement: Outcomes,
    private readonly news: DeliveryNews,
    private readonly brakes: BrakeNews,
  ) {}

  /** Everything that there is to do now. Stops between two rounds of plans when `signal` aborts. */
  async run(signal?: AbortSignal): Promise<DeliveryReport> {
    const settled = await this.settle();
    const count = await this.due.run(signal);
    return { ...count, settled, judged: await this.outcomes() };
  }

  /** One plan, by whoever wants it sent or finds it due. Any number may try the same one at once: it is handed over once. */
  handOver(id: string, options: HandOverOptions = {}): Promise<DeliveryOutcome> {
    return this.due.handOver(id, options);
  }

  /** What the outbox has made of what it was given. Answers how many have an end now. */
  async settle(): Promise<number> {
    const settled = await this.settlement.settleAll();
    await this.news.changed(settled);
    return settled.length;
  }

  /** What people have made of it. Answers of how many it is known now. */
  async outcomes(): Promise<number> {
    const judged = await this.judgement.judgeAll();
    const answered = judged.filter(({ outcome }) => outcome === 'answered');
    await this.news.changed(answered.map((judgement) => ({ ...judgement, status: 'answered' })));
    const left = judged.filter(({ outcome }) => outcome === 'opted_out');
    await this.brakes.optedOut(left.map(({ accountId }) => accountId));
    return judged.length;
  }
}
