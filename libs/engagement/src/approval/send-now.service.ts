import { Injectable } from '@nestjs/common';

import { Delivery } from '../delivery/delivery.service.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { notNow, notWaiting, notWritten } from './approval.errors.js';

/** Sends one before its time: it counts as approved, and everything else that keeps one from leaving still does. */
@Injectable()
export class SendNow {
  constructor(
    private readonly delivery: Delivery,
    private readonly engagements: Engagements,
  ) {}

  /** @throws AppError `engagement.not-found`, `.not-waiting`, `.not-written` or `.not-now` */
  async send(id: string, principal: string): Promise<Engagement> {
    const { text, handedAt, status } = await this.engagements.find(id);
    if (text === null && handedAt === null && WAITING.includes(status)) throw notWritten();
    const outcome = await this.delivery.handOver(id, { now: true, principal });
    switch (outcome.kind) {
      case 'handed-over':
        return this.engagements.find(id);
      case 'waits':
        throw notNow(outcome.reason, outcome.until);
      case 'ended':
        throw notNow(outcome.reason, null);
      case 'not-waiting':
        throw notWaiting((await this.engagements.find(id)).status);
    }
  }
}

const WAITING: readonly string[] = ['planned', 'approved'];
