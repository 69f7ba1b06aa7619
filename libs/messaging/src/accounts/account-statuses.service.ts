import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import type { ConnectionStatus } from '#whatsapp';

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

  async set(accountId: string, { state, reason, since }: ConnectionStatus): Promise<void> {
    await this.dataSource.query(
      'UPDATE accounts SET status = $2, status_reason = $3, status_since = $4 WHERE id = $1',
      [accountId, state, reason, since],
    );
  }

  async list(): Promise<readonly AccountStatus[]> {
    return this.dataSource.query<AccountStatus[]>(
      `SELECT id, name, connector, status, status_reason AS "statusReason", status_since AS "statusSince" FROM accounts ORDER BY name`,
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
}
