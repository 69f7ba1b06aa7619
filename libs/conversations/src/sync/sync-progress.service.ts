import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { UnsyncedChat } from './sync-report.js';
import { waitingReason, type SyncAccount } from './waiting-reason.js';

const MOST_LISTED = 200;

/** What was asked for at one time: all of that time, or these chats of it. */
export interface SyncScope {
  readonly at: Date;
  readonly chatIds: readonly string[] | null;
}

export interface SyncTotals {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly added: number;
  readonly edited: number;
  readonly deleted: number;
  /** Changes with every page that is stored. */
  readonly scanned: number;
}

/** Tells how far chats are compared that were asked for. */
@Injectable()
export class SyncProgress {
  constructor(private readonly dataSource: DataSource) {}

  async totals(scope: SyncScope): Promise<SyncTotals> {
    const [totals] = await this.dataSource.query<[SyncTotals]>(
      `SELECT count(*)::integer AS total,
         count(*) FILTER (WHERE state = 'done')::integer AS done,
         count(*) FILTER (WHERE state = 'failed')::integer AS failed,
         count(*) FILTER (WHERE state = 'unsupported')::integer AS unsupported,
         coalesce(sum(added), 0)::integer AS added, coalesce(sum(edited), 0)::integer AS edited,
         coalesce(sum(deleted), 0)::integer AS deleted, coalesce(sum(scanned), 0)::integer AS scanned
       FROM chat_syncs AS syncs WHERE ${SCOPE_SQL}`,
      valuesOf(scope),
    );
    return totals;
  }

  /** The accounts that have something left to do. */
  async busyAccounts(scope: SyncScope): Promise<SyncAccount[]> {
    return this.dataSource.query<SyncAccount[]>(
      `SELECT ${ACCOUNT_COLUMNS} FROM accounts WHERE id IN (
         SELECT account_id FROM chat_syncs AS syncs WHERE ${SCOPE_SQL} AND state IN ('waiting', 'running')
         UNION SELECT account_id FROM account_syncs WHERE requested_at >= $1 AND state = 'waiting' AND $2::uuid[] IS NULL)`,
      valuesOf(scope),
    );
  }

  async failed(scope: SyncScope): Promise<UnsyncedChat[]> {
    const rows = await this.dataSource.query<{ chat_id: string; reason: string | null }[]>(
      `SELECT chat_id, last_error_message AS reason FROM chat_syncs AS syncs
       WHERE ${SCOPE_SQL} AND state = 'failed' ORDER BY chat_id LIMIT ${MOST_LISTED}`,
      valuesOf(scope),
    );
    return rows.map(({ chat_id, reason }) => ({ chat_id, reason: reason ?? 'The log tells why.' }));
  }

  async waiting(scope: SyncScope): Promise<UnsyncedChat[]> {
    const rows = await this.dataSource.query<({ chat_id: string } & SyncAccount)[]>(
      `SELECT chat_id, ${ACCOUNT_COLUMNS} FROM chat_syncs AS syncs JOIN accounts ON accounts.id = account_id
       WHERE ${SCOPE_SQL} AND state IN ('waiting', 'running') ORDER BY chat_id LIMIT ${MOST_LISTED}`,
      valuesOf(scope),
    );
    return rows.map(({ chat_id, ...account }) => ({ chat_id, reason: waitingReason(account) }));
  }

  /** Accounts whose chats were to be listed, and were not. */
  async unlisted(scope: SyncScope): Promise<{ account_id: string; reason: string }[]> {
    if (scope.chatIds) return [];
    const rows = await this.dataSource.query<(SyncAccount & { state: string; message: string | null })[]>(
      `SELECT ${ACCOUNT_COLUMNS}, state, last_error_message AS message FROM account_syncs JOIN accounts ON accounts.id = account_id
       WHERE requested_at >= $1 AND state IN ('waiting', 'failed') ORDER BY account_id`,
      [scope.at],
    );
    return rows.map(({ state, message, ...account }) => ({
      account_id: account.id,
      reason: state === 'failed' ? (message ?? 'The log tells why.') : waitingReason(account),
    }));
  }
}

function valuesOf({ at, chatIds }: SyncScope): unknown[] {
  return [at, chatIds];
}

const SCOPE_SQL = 'syncs.requested_at >= $1 AND ($2::uuid[] IS NULL OR chat_id = ANY($2::uuid[]))';

const ACCOUNT_COLUMNS = `accounts.id, accounts.name, accounts.status, accounts.status_reason AS "statusReason",
  accounts.wanted, coalesce(accounts.lease_expires_at > now(), false) AS owned`;
