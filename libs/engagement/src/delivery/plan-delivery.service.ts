import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { failpoint } from '#kernel';
import { Logger } from '#telemetry';

import { EngagementEvents } from '../events/engagement-events.service.js';
import { DeliveryNews } from './delivery-news.service.js';
import type { DeliveryOutcome, HandOverOptions } from './delivery-outcome.js';
import { HandOver } from './hand-over.service.js';

/** Hands plans over, in one transaction, and says so when that has committed. */
@Injectable()
export class PlanDelivery {
  constructor(
    private readonly transactions: Transactions,
    private readonly handOvers: HandOver,
    private readonly news: DeliveryNews,
    private readonly events: EngagementEvents,
    private readonly logger: Logger,
  ) {}

  async handOver(id: string, options: HandOverOptions = {}): Promise<DeliveryOutcome> {
    const [outcome] = await this.handOverAll([id], options);
    return outcome ?? { kind: 'not-waiting' };
  }

  /** In the order of `ids`, each of another person. All or none: one that cannot be looked at throws for all. */
  async handOverAll(ids: readonly string[], options: HandOverOptions = {}): Promise<readonly DeliveryOutcome[]> {
    const results = await this.transactions.run((manager) => this.handOvers.tryAll(manager, ids, options));
    if (results.some(({ outcome }) => outcome.kind === 'handed-over')) failpoint('engagement.handed');
    await this.news.handedOver(results);
    return results.map(({ outcome }) => outcome);
  }

  /** What could not be looked at holds up no other. Answers whether it has ended with that. */
  async failed(id: string, error: unknown): Promise<boolean> {
    this.logger.error({ err: error, engagementId: id }, 'an outreach could not be looked at; the others are');
    const ended = await this.transactions.run((manager) => this.handOvers.giveUp(manager, id));
    if (ended) await this.events.changed([id]);
    return ended;
  }
}
