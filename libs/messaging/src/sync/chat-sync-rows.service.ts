import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Ownership } from '../outbox/ownership.js';
import type { SyncKind } from './chat-sync.entity.js';
import type { Coverage } from './sync-bounds.js';
import type { SyncCounts } from './sync-counts.js';
import { CLOSED_SQL, HELD_SQL } from './sync.sql.js';
import type { SyncedChat } from './synced-chat.js';

/** A chat that is to be compared, and how far that has come. */
export interface DueSync extends SyncedChat {
  readonly kind: SyncKind;
  readonly attempts: number;
  readonly startedAt: Date;
  readonly cursor: string | null;
  readonly scanned: number;
  readonly reached: Date | null;
  readonly coveredFrom: Date | null;
  readonly coveredTo: Date | null;
  /** What was sent until then is in an archive, or was removed for good: only what came later is compared. */
  readonly closedTo: Date | null;
}

export interface SyncProgress {
  readonly cursor: string | null;
  readonly scanned: number;
  readonly reached: Date | null;
}

export interface SyncFailure {
  readonly code: string;
  readonly message: string;
  /** Null when it is not tried again. */
  readonly retryAt: Date | null;
}

/** The rows of chats that wait to be compared, as the owner of their account works on them. A stale owner changes nothing. */
@Injectable()
export class ChatSyncRows {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins or goes on with the next chat, recent messages before whole chats. `inHand` are those that are being worked on. */
  async next(
    { accountId, fencingToken }: Ownership,
    inHand: readonly string[],
    now: Date,
  ): Promise<DueSync | undefined> {
    const [claimed] = await this.dataSource.query<[{ chat_id: string }[], number]>(
      `UPDATE chat_syncs SET state = 'running', started_at = coalesce(started_at, $3)
       WHERE ${HELD_SQL} AND chat_id = (
         SELECT chat_id FROM chat_syncs AS syncs JOIN chats ON chats.id = chat_id
         WHERE syncs.account_id = $1 AND state IN ('waiting', 'running') AND not_before <= $3 AND NOT (chat_id = ANY($4::uuid[]))
         ORDER BY syncs.kind = 'full', last_message_at DESC NULLS LAST, chat_id LIMIT 1)
       RETURNING chat_id`,
      [accountId, fencingToken, now, inHand],
    );
    return claimed[0] && this.find(claimed[0].chat_id);
  }

  /** Notes a page that is stored. Answers how the run goes on; undefined when it is not ours to go on with. */
  async stored(
    owner: Ownership,
    { chatId }: DueSync,
    { cursor, scanned, reached }: SyncProgress,
    counts: SyncCounts,
  ): Promise<DueSync | undefined> {
    const kept = await this.update(
      owner,
      `cursor = $4, scanned = $5, reached = $6, attempts = 0, added = added + $7, edited = edited + $8, deleted = deleted + $9`,
      [chatId, cursor, scanned, reached, ...countsOf(counts)],
    );
    return kept ? this.find(chatId) : undefined;
  }

  /** Ends a run. Answers false when more was asked for meanwhile: then it goes on. */
  async finished(
    owner: Ownership,
    { chatId, kind }: DueSync,
    counts: SyncCounts,
    { covered, atEnd, now }: { readonly covered: Coverage; readonly atEnd: boolean; readonly now: Date },
  ): Promise<boolean> {
    return this.update(
      owner,
      `state = CASE WHEN again THEN 'waiting' ELSE 'done' END, kind = CASE WHEN again THEN 'recent' ELSE kind END, again = false,
       started_at = NULL, cursor = NULL, scanned = 0, reached = NULL, attempts = 0, last_error_code = NULL, last_error_message = NULL,
       covered_from = $4, covered_to = $5, last_synced_at = $6, last_full_at = CASE WHEN $7 THEN $6 ELSE last_full_at END,
       added = added + $8, edited = edited + $9, deleted = deleted + $10`,
      [chatId, covered.from, covered.to, now, atEnd, ...countsOf(counts)],
      '($7 OR kind = $11)',
      [kind],
    );
  }

  async failed(owner: Ownership, { chatId }: DueSync, { code, message, retryAt }: SyncFailure): Promise<void> {
    await this.update(
      owner,
      `attempts = attempts + 1, state = CASE WHEN $4::timestamptz IS NULL THEN 'failed' ELSE 'running' END,
       not_before = coalesce($4::timestamptz, not_before), last_error_code = $5, last_error_message = $6,
       again = again AND $4::timestamptz IS NOT NULL`,
      [chatId, retryAt, code, message],
    );
  }

  /** This account's network keeps no history that could be read: its chats are not compared. */
  async unsupported({ accountId, fencingToken }: Ownership, message: string): Promise<void> {
    for (const table of ['chat_syncs', 'account_syncs']) {
      await this.dataSource.query(
        `UPDATE ${table} SET state = 'unsupported', last_error_code = 'sync.unsupported', last_error_message = $3
         WHERE account_id = $1 AND state IN ('waiting', 'running') AND ${HELD_SQL}`,
        [accountId, fencingToken, message],
      );
    }
  }

  private async find(chatId: string): Promise<DueSync | undefined> {
    const [row] = await this.dataSource.query<DueSync[]>(`${DUE_SQL} WHERE chat_id = $1`, [chatId]);
    return row;
  }

  private async update(
    { accountId, fencingToken }: Ownership,
    changes: string,
    [chatId, ...values]: readonly unknown[],
    condition = 'true',
    conditionValues: readonly unknown[] = [],
  ): Promise<boolean> {
    const [, updated] = await this.dataSource.query<[unknown, number]>(
      `UPDATE chat_syncs SET ${changes}
       WHERE account_id = $1 AND chat_id = $3 AND state IN ('waiting', 'running') AND ${HELD_SQL} AND ${condition}`,
      [accountId, fencingToken, chatId, ...values, ...conditionValues],
    );
    return updated > 0;
  }
}

function countsOf({ added, edited, deleted }: SyncCounts): number[] {
  return [added, edited, deleted];
}

const DUE_SQL = `
SELECT chat_id AS "chatId", syncs.account_id AS "accountId", external_id AS "externalId", title, syncs.kind, attempts,
  started_at AS "startedAt", cursor, scanned, reached, covered_from AS "coveredFrom", covered_to AS "coveredTo",
  ${CLOSED_SQL} AS "closedTo", accounts.created_at AS since
FROM chat_syncs AS syncs JOIN chats ON chats.id = chat_id JOIN accounts ON accounts.id = syncs.account_id`;
