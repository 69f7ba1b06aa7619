import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { isId, newId } from '#kernel';
import { FieldCipher } from '#security';
import type { ConnectionStatus, Linking } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';
import { WEB_ACCOUNT_ID } from '../web/web-account.js';
import { accountAsItIs, type AccountStatus } from './account-view.js';
import { accountNameTaken, accountNotFound } from './account.errors.js';
import { linkingAddress } from './sealed-linking.js';

/** The rows of WhatsApp's accounts: made on first use, with the state of their connection. That of the web is none of them. */
@Injectable()
export class AccountStatuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
  ) {}

  /** The id of the account of that name, made when it is missing. Throws `account.name-taken` for that of the web. */
  async ensure(name: string, connector: string): Promise<string> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `INSERT INTO accounts (id, name, connector) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET connector = excluded.connector WHERE accounts.id <> $4 RETURNING id`,
      [newId(), name, connector, WEB_ACCOUNT_ID],
    );
    if (!row) throw accountNameTaken();
    return row.id;
  }

  /**
   * Of the account's present owner only: what an owner of before has to say is old news. A state that is told again, with another
   * reason or QR code, began when it was told first.
   */
  async set(
    { accountId, fencingToken }: Ownership,
    { state, reason, since, linking }: ConnectionStatus,
  ): Promise<void> {
    const sealed = linking && (await this.cipher.seal(accountId, linkingAddress(accountId), secretOf(linking)));
    await this.dataSource.query(
      `UPDATE accounts SET status_since = CASE WHEN status = $3 THEN status_since ELSE $5 END, status = $3, status_reason = $4,
         linking_kind = $6, linking = $7
       WHERE id = $1 AND fencing_token = $2`,
      [accountId, fencingToken, state, reason, since, linking?.kind ?? null, sealed ?? null],
    );
  }

  async list(): Promise<readonly AccountStatus[]> {
    const rows = await this.dataSource.query<AccountStatus[]>(`${VIEW_SQL} ORDER BY name`, [WEB_ACCOUNT_ID]);
    return rows.map(accountAsItIs);
  }

  /** By id or name. Throws `account.not-found`. */
  async find(idOrName: string): Promise<AccountStatus> {
    const [row] = await this.dataSource.query<AccountStatus[]>(`${VIEW_SQL} AND (id = $2::uuid OR name = $3)`, [
      WEB_ACCOUNT_ID,
      isId(idOrName) ? idOrName : null,
      // Postgres can't even compare it.
      idOrName.replaceAll('\0', ''),
    ]);
    if (!row) throw accountNotFound();
    return accountAsItIs(row);
  }
}

function secretOf(linking: Linking): string {
  return linking.kind === 'qr' ? linking.text : linking.code;
}

const VIEW_SQL = `
SELECT id, name, connector, status, status_reason AS "statusReason", status_since AS "statusSince", wanted,
  linking_kind AS "linkingKind", least(lease_expires_at, now()) AS "leaseEndedAt",
  coalesce(lease_expires_at > now(), false) AND EXISTS (
    SELECT 1 FROM pg_stat_activity AS holder WHERE holder.pid = lease_backend_pid AND holder.backend_start = lease_backend_start
  ) AS owned
FROM accounts WHERE id <> $1`;
