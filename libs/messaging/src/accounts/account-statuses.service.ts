import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import type { ConnectionStatus } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';

/** The accounts' rows: made on first use, with the state of their connection. */
@Injectable()
export class AccountStatuses {
  constructor(private readonly dataSource: DataSource) {}

  /** The id of the account of that name, made when it is missing. */
  async ensure(name: string, connector: string): Promise<string> {
    const [row] = await this.dataSource.query<[{ id: string }]>(
      `INSERT INTO accounts (id, name, connector) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET connector = excluded.connector RETURNING id`,
      [newId(), name, connector],
    );
    return row.id;
  }

  /** Of the account's present owner only: what an owner of before has to say is old news. */
  async set({ accountId, fencingToken }: Ownership, { state, reason, since }: ConnectionStatus): Promise<void> {
    await this.dataSource.query(
      'UPDATE accounts SET status = $3, status_reason = $4, status_since = $5 WHERE id = $1 AND fencing_token = $2',
      [accountId, fencingToken, state, reason, since],
    );
  }

  async list(): Promise<readonly AccountStatus[]> {
    return this.dataSource.query<AccountStatus[]>(
      `SELECT id, name, connector, status, status_reason AS "statusReason", status_since AS "statusSince", coalesce(lease_expires_at > now(), false) AS owned FROM accounts ORDER BY name`,
    );
  }
}

export interface AccountStatus {
  readonly id: string;
  readonly name: string;
  readonly connector: string;
  readonly status: ConnectionStatus['state'];
  readonly statusReason: string | null;
  readonly statusSince: Date;
  /** Whether a living process holds it. */
  readonly owned: boolean;
}
