import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, failpoint } from '#kernel';

import type { EngagementType } from '../planning/engagement-type.js';
import type { EngagementStatus } from '../store/engagement.js';
import { lookAgain } from './look-again.js';
import { lookTomorrow } from './look-tomorrow.js';
import { LOCK_PEOPLE_SQL, REACHED_OUT_SQL, RETURN_SQL, SETTLE_SQL, UNSETTLED_SQL } from './settlement.sql.js';
import { Withdrawals } from './withdrawals.service.js';

const AT_ONCE = 200;

/** One that was handed over, with its end. */
export interface SettledEngagement {
  readonly id: string;
  readonly contactId: string;
  readonly type: EngagementType;
  readonly status: EngagementStatus;
  readonly reason: string | null;
  /** Surely: it counts in no cap. */
  readonly neverLeft: boolean;
}

/** Writes down what the outbox made of what it was given. */
@Injectable()
export class Settlement {
  constructor(
    private readonly transactions: Transactions,
    private readonly withdrawals: Withdrawals,
    private readonly clock: Clock,
  ) {}

  /** All that have an end now. */
  async settleAll(): Promise<readonly SettledEngagement[]> {
    await this.withdrawals.withdrawAll();
    const all: SettledEngagement[] = [];
    for (;;) {
      const settled = await this.transactions.run((manager) => this.settleSome(manager));
      if (settled.length > 0) failpoint('engagement.settled');
      all.push(...settled);
      if (settled.length < AT_ONCE) break;
    }
    // Apart: others lock relationships before people.
    const sent = all.filter(({ status }) => status === 'sent').map(({ id }) => id);
    if (sent.length > 0) await this.transactions.run((manager) => manager.query(REACHED_OUT_SQL, [sent]));
    return all;
  }

  private async settleSome(manager: EntityManager): Promise<readonly SettledEngagement[]> {
    const now = this.clock.now();
    const found: { id: string; contact_id: string }[] = await manager.query(UNSETTLED_SQL, [AT_ONCE, now]);
    if (found.length === 0) return [];
    await manager.query(LOCK_PEOPLE_SQL, [found.map(({ contact_id }) => contact_id)]);
    const [settled]: [SettledEngagement[], number] = await manager.query(SETTLE_SQL, [found.map(({ id }) => id), now]);
    const returned = settled.filter(({ neverLeft }) => neverLeft);
    if (returned.length > 0) {
      await manager.query(RETURN_SQL, [contactsOf(returned)]);
      await lookAgain(manager, contactsOf(returned), now);
      const refused = returned.filter(({ status }) => status === 'failed');
      await lookTomorrow(manager, contactsOf(refused), now);
    }
    return settled;
  }
}

function contactsOf(settled: readonly SettledEngagement[]): string[] {
  return settled.map(({ contactId }) => contactId);
}
