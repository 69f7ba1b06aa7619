import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { WhatsAppConfig } from '#config';
import { PgEvents, Transactions } from '#database';
import { newId } from '#kernel';

import { AccountStatuses } from './account-statuses.service.js';
import type { AccountStatus } from './account-view.js';
import { accountNameTaken, oneNumberOnly } from './account.errors.js';
import { ACCOUNTS_CHANNEL } from './accounts-channel.js';

/** What the operator wants of accounts: written down, so that the connector does it whenever it runs. */
@Injectable()
export class AccountOrders {
  constructor(
    private readonly accounts: AccountStatuses,
    private readonly transactions: Transactions,
    private readonly events: PgEvents,
    private readonly config: WhatsAppConfig,
  ) {}

  /** Makes an account, and has it started. Throws `account.name-taken`, and `account.one-number-only` for a second one of the Cloud API. */
  async create(name: string): Promise<AccountStatus> {
    if (this.config.connector === 'cloud-api' && (await this.hasAccount())) throw oneNumberOnly();
    const id = newId();
    await this.write(id, async (manager) => {
      const made: unknown[] = await manager.query(
        'INSERT INTO accounts (id, name, connector) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
        [id, name, this.config.connector],
      );
      if (made.length === 0) throw accountNameTaken();
    });
    return this.accounts.find(id);
  }

  /** Also begins anew what ended by itself. Throws `account.not-found`. */
  start(idOrName: string): Promise<AccountStatus> {
    return this.order(idOrName, START_SQL);
  }

  /** Ends the connection; the phone stays linked. Throws `account.not-found`. */
  stop(idOrName: string): Promise<AccountStatus> {
    return this.order(idOrName, `UPDATE accounts SET wanted = 'stopped' WHERE id = $1`);
  }

  /** Unlinks the phone; then the account is stopped until it is started again. Throws `account.not-found`. */
  logout(idOrName: string): Promise<AccountStatus> {
    return this.order(idOrName, `UPDATE accounts SET wanted = 'stopped', logout_requested_at = now() WHERE id = $1`);
  }

  /** The settings hold one number: two accounts of it would both answer everybody. */
  private async hasAccount(): Promise<boolean> {
    return (await this.accounts.list()).some(({ connector }) => connector === this.config.connector);
  }

  private async order(idOrName: string, sql: string): Promise<AccountStatus> {
    const { id } = await this.accounts.find(idOrName);
    await this.write(id, (manager) => manager.query(sql, [id]));
    return this.accounts.find(id);
  }

  private async write(id: string, work: (manager: EntityManager) => Promise<unknown>): Promise<void> {
    await this.transactions.run(async (manager) => {
      await work(manager);
      await this.events.publish(ACCOUNTS_CHANNEL, id, manager);
    });
  }
}

/** An account that is connected, or on its way there, is left alone. */
const START_SQL = `
UPDATE accounts SET wanted = 'running',
  start_requested_at = CASE WHEN wanted = 'running' AND status NOT IN ENDED THEN start_requested_at ELSE now() END,
  status_since = CASE WHEN status IN ENDED THEN now() ELSE status_since END,
  status_reason = CASE WHEN status IN ENDED THEN NULL ELSE status_reason END,
  status = CASE WHEN status IN ENDED THEN 'STOPPED' ELSE status END
WHERE id = $1`.replaceAll('ENDED', `('LOGGED_OUT', 'RESTRICTED', 'FAILED')`);
