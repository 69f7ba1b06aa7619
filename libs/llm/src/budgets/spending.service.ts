import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import { LocalDay } from '../usage/local-day.js';
import { UsageAccounts } from '../usage/usage-accounts.service.js';
import { UsageLedger } from '../usage/usage-ledger.service.js';
import type { Spent } from './may-call.js';
import { SharedTotal } from './shared-total.js';

/** How old the shared totals may be, in milliseconds. */
const FRESH_MS = 1_000;
const MOST_CONTACTS = 10_000;

/** What today has cost all processes together, read from the ledger's table at most once a second. */
@Injectable()
export class Spending {
  private readonly everybody = new SharedTotal(FRESH_MS);
  private readonly contacts = new LRUCache<string, SharedTotal>({ max: MOST_CONTACTS });

  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: UsageLedger,
    private readonly day: LocalDay,
    private readonly clock: Clock,
    accounts: UsageAccounts,
  ) {
    accounts.listen(({ day: date, contact_id: contactId, cost_usd: cost }) => {
      this.everybody.add(date, cost);
      if (contactId !== null) this.contacts.peek(contactId)?.add(date, cost);
    });
  }

  /** Makes sure that what is known is not older than a second. Throws what Postgres throws. */
  async refresh(contactId?: string): Promise<void> {
    const { date } = this.day.today();
    const now = this.clock.now().getTime();
    await this.everybody.refresh(date, now, () => this.read('day = $1', [date]));
    if (contactId === undefined) return;
    await this.contactTotal(contactId).refresh(date, now, () =>
      this.read('day = $1 AND contact_id = $2', [date, contactId]),
    );
  }

  /** As far as it is known, with what is under way here. */
  known(contactId?: string): Spent {
    return {
      dayUsd: this.everybody.value,
      contactUsd: contactId === undefined ? 0 : this.contactTotal(contactId).value,
    };
  }

  /** A call under way that may cost so much. The answer takes it back. */
  hold(usd: number, contactId?: string): () => void {
    const held = [this.everybody.hold(usd)];
    if (contactId !== undefined) held.push(this.contactTotal(contactId).hold(usd));
    return () => held.forEach((release) => release());
  }

  private contactTotal(contactId: string): SharedTotal {
    const known = this.contacts.get(contactId);
    if (known) return known;
    const total = new SharedTotal(FRESH_MS);
    this.contacts.set(contactId, total);
    return total;
  }

  private async read(where: string, values: readonly string[]): Promise<number> {
    await this.ledger.flush();
    const [row] = await this.dataSource.query<[{ spent: number }]>(
      `SELECT coalesce(sum(cost_usd), 0)::double precision AS spent FROM llm_usage WHERE ${where}`,
      [...values],
    );
    return row.spent;
  }
}
