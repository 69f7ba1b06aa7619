import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared, Transactions } from '#database';
import { Clock, failpoint } from '#kernel';

import type { EngagementType } from '../planning/engagement-type.js';
import type { EngagementStatus } from '../store/engagement.js';
import { lookAgain } from './look-again.js';
import { lookTomorrow } from './look-tomorrow.js';
import { LOCK_PEOPLE, REACHED_OUT, RETURN_SQL, SETTLE, UNSETTLED } from './settlement.sql.js';
import { Withdrawals } from './withdrawals.service.js';

const AT_ONCE = 200;

/** One that was handed over, with its end. */
export interface SettledEngagement {
  readonly id: string;
  readonly contactId: string;
  readonly chatId: string;
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
      const settled = await this.settleSome();
      if (settled.length > 0) failpoint('engagement.settled');
      all.push(...settled);
      if (settled.length < AT_ONCE) break;
    }
    // Apart: others lock relationships before people.
    const sent = all.filter(({ status }) => status === 'sent').map(({ id }) => id);
    if (sent.length > 0) await this.transactions.prepared(REACHED_OUT, [sent]);
    return all;
  }

  private async settleSome(): Promise<readonly SettledEngagement[]> {
    const now = this.clock.now();
    // Most often there is nothing; what has changed when its person is locked is left out then.
    const found = await this.transactions.prepared<Unsettled>(UNSETTLED, [AT_ONCE, now]);
    return found.length === 0 ? [] : this.transactions.run((manager) => this.settle(manager, found, now));
  }

  private async settle(
    manager: EntityManager,
    found: readonly Unsettled[],
    now: Date,
  ): Promise<readonly SettledEngagement[]> {
    const [, settled] = await Promise.all([
      queryPrepared(manager, LOCK_PEOPLE, [found.map(({ contact_id }) => contact_id)]),
      queryPrepared<SettledEngagement>(manager, SETTLE, [found.map(({ id }) => id), now]),
    ]);
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

interface Unsettled {
  readonly id: string;
  readonly contact_id: string;
}

function contactsOf(settled: readonly SettledEngagement[]): string[] {
  return settled.map(({ contactId }) => contactId);
}
