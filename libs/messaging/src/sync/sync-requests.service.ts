import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PgEvents } from '#database';

import type { SyncKind } from './chat-sync.entity.js';
import { SYNC_CHANNEL } from './sync-channel.js';

/** Asks the owners of accounts to compare chats with the phone. */
@Injectable()
export class SyncRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: PgEvents,
  ) {}

  /**
   * Asks for these chats, by our ids. `at` names the request: the same one again changes nothing. A run that is under way is joined, and
   * followed by a look at what came meanwhile.
   */
  async ask(chatIds: readonly string[], kind: SyncKind, at: Date): Promise<void> {
    if (chatIds.length === 0) return;
    await this.dataSource.query(
      `${ASK_SQL} WHERE chats.id = ANY($3::uuid[]) AND chats.channel = 'whatsapp' ${JOIN_SQL}`,
      [kind, at, chatIds],
    );
    await this.ring();
  }

  /**
   * Asks for every conversation of the accounts that are meant to run, and for those that only their phones have; with `activeSince` for
   * those in which something was said since then, or that were never compared.
   */
  async askAll(kind: SyncKind, at: Date, activeSince?: Date): Promise<void> {
    await this.dataSource.query(
      `${ASK_SQL} JOIN accounts ON accounts.id = chats.account_id AND accounts.wanted = 'running'
       WHERE chats.kind IN ('direct', 'group') AND ($3::timestamptz IS NULL OR last_message_at >= $3
         OR NOT EXISTS (SELECT FROM chat_syncs AS known WHERE known.chat_id = chats.id AND last_synced_at IS NOT NULL))
       ${JOIN_SQL}`,
      [kind, at, activeSince ?? null],
    );
    await this.dataSource.query(
      `INSERT INTO account_syncs (account_id, kind, state, requested_at, not_before)
       SELECT id, $1, 'waiting', $2::timestamptz, $2::timestamptz FROM accounts WHERE wanted = 'running'
       ON CONFLICT (account_id) DO UPDATE SET state = 'waiting', requested_at = excluded.requested_at, not_before = excluded.not_before,
         kind = CASE WHEN account_syncs.state = 'waiting' AND account_syncs.kind = 'full' THEN 'full' ELSE excluded.kind END,
         attempts = 0, last_error_code = NULL, last_error_message = NULL
       WHERE account_syncs.requested_at < excluded.requested_at`,
      [kind, at],
    );
    await this.ring();
  }

  private async ring(): Promise<void> {
    const accounts = await this.dataSource.query<{ account_id: string }[]>(
      `SELECT account_id FROM chat_syncs WHERE state IN ('waiting', 'running')
       UNION SELECT account_id FROM account_syncs WHERE state = 'waiting'`,
    );
    for (const { account_id } of accounts) await this.events.publish(SYNC_CHANNEL, account_id);
  }
}

const ASK_SQL = `
INSERT INTO chat_syncs (chat_id, account_id, kind, state, requested_at, not_before)
SELECT chats.id, chats.account_id, $1, 'waiting', $2::timestamptz, $2::timestamptz FROM chats`;

const JOIN_SQL = `
ON CONFLICT (chat_id) DO UPDATE SET
  kind = CASE WHEN chat_syncs.state IN ('waiting', 'running') AND chat_syncs.kind = 'full' THEN 'full' ELSE excluded.kind END,
  again = chat_syncs.state = 'running',
  state = CASE WHEN chat_syncs.state = 'running' THEN 'running' ELSE 'waiting' END,
  requested_at = excluded.requested_at,
  not_before = excluded.not_before,
  attempts = 0,
  last_error_code = NULL,
  last_error_message = NULL,
  started_at = CASE WHEN chat_syncs.state = 'running' THEN chat_syncs.started_at END,
  cursor = CASE WHEN chat_syncs.state = 'running' THEN chat_syncs.cursor END,
  scanned = CASE WHEN chat_syncs.state = 'running' THEN chat_syncs.scanned ELSE 0 END,
  reached = CASE WHEN chat_syncs.state = 'running' THEN chat_syncs.reached END,
  added = CASE WHEN chat_syncs.state = 'running' THEN chat_syncs.added ELSE 0 END,
  edited = CASE WHEN chat_syncs.state = 'running' THEN chat_syncs.edited ELSE 0 END,
  deleted = CASE WHEN chat_syncs.state = 'running' THEN chat_syncs.deleted ELSE 0 END
WHERE chat_syncs.requested_at < excluded.requested_at`;
