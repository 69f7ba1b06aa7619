import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PgEvents } from '#database';

import type { ConnectionState } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';
import type { WantedState } from './account.entity.js';
import { ACCOUNTS_CHANNEL } from './accounts-channel.js';

/** What a connector has to do for an account. */
export interface AccountAssignment {
  readonly accountId: string;
  readonly wanted: WantedState;
  readonly status: ConnectionState;
  /** A session that began for another start is begun anew. */
  readonly startRequestedAt: Date | null;
  readonly logoutRequestedAt: Date | null;
}

/** Which accounts a connector looks after, and what the operator wants of them. */
@Injectable()
export class AccountAssignments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: PgEvents,
  ) {}

  /** The accounts that should run, and those that are still to be logged out. */
  of(connector: string): Promise<readonly AccountAssignment[]> {
    return this.dataSource.query<AccountAssignment[]>(
      `SELECT id AS "accountId", wanted, status, start_requested_at AS "startRequestedAt",
         logout_requested_at AS "logoutRequestedAt"
       FROM accounts WHERE connector = $1 AND (wanted = 'running' OR logout_requested_at IS NOT NULL) ORDER BY created_at, id`,
      [connector],
    );
  }

  /** The logout that was asked for is done; one that was asked for since is not. */
  async logoutDone({ accountId, fencingToken }: Ownership, requestedAt: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts SET logout_requested_at = CASE WHEN date_trunc('milliseconds', logout_requested_at) > $3 THEN logout_requested_at END
       WHERE id = $1 AND fencing_token = $2`,
      [accountId, fencingToken, requestedAt],
    );
    await this.events.publish(ACCOUNTS_CHANNEL, accountId);
  }
}
