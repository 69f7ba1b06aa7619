import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Cache } from '#agents';
import { Clock } from '#kernel';
import { Cursors } from '#security';

import type { SyncKind, SyncState } from '#messaging';

/** So long an answer is given again. */
const FRESH_MS = 3_000;

export type ShownSyncState = SyncState | 'never';

/** How far one chat is compared; times as ISO texts, since an answer may have been kept. */
export interface ChatSyncStatus {
  readonly chatId: string;
  readonly externalId: string;
  readonly accountId: string;
  readonly state: ShownSyncState;
  readonly kind: SyncKind | null;
  readonly requestedAt: string | null;
  readonly coveredFrom: string | null;
  readonly coveredTo: string | null;
  readonly lastSyncedAt: string | null;
  readonly lastFullAt: string | null;
  readonly added: number;
  readonly edited: number;
  readonly deleted: number;
  readonly attempts: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

export interface SyncStatusPage {
  readonly asOf: string;
  /** Conversations by their state. */
  readonly totals: Readonly<Record<ShownSyncState, number>>;
  readonly chats: readonly ChatSyncStatus[];
  readonly nextCursor: string | null;
}

export interface SyncStatusRequest {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: ShownSyncState;
  /** Our id. */
  readonly chatId?: string;
}

/** Tells how far chats are compared with the phone. */
@Injectable()
export class SyncStatus {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cache: Cache,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** At most some seconds old. Throws `cursor.invalid`. */
  async page({ limit, cursor, state, chatId }: SyncStatusRequest): Promise<SyncStatusPage> {
    const list = `sync-status:${state ?? '*'}${chatId === undefined ? '' : `:${chatId}`}`;
    const [after = null] = cursor === undefined ? [] : this.cursors.read(list, cursor, 1);
    return this.cache.remember(`${list}:${limit}:${after ?? ''}`, FRESH_MS, async () => {
      const asOf = this.clock.now().toISOString();
      const rows = await this.dataSource.query<ChatSyncStatus[]>(PAGE_SQL, [
        after,
        state ?? null,
        limit + 1,
        chatId ?? null,
      ]);
      const chats = rows.slice(0, limit);
      const last = chats.at(-1);
      const nextCursor = rows.length > limit && last ? this.cursors.sign(list, [last.chatId]) : null;
      return { asOf, totals: await this.totals(), chats, nextCursor };
    });
  }

  private async totals(): Promise<SyncStatusPage['totals']> {
    const rows = await this.dataSource.query<{ state: ShownSyncState; count: number }[]>(TOTALS_SQL);
    const none = { never: 0, waiting: 0, running: 0, done: 0, failed: 0, unsupported: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }
}

/** What can be compared at all: what is on the web is on no phone. */
const CONVERSATIONS = `FROM chats LEFT JOIN chat_syncs AS syncs ON chat_id = chats.id WHERE chats.channel = 'whatsapp' AND chats.kind IN ('direct', 'group')`;

const PAGE_SQL = `
SELECT chats.id AS "chatId", external_id AS "externalId", chats.account_id AS "accountId", coalesce(state, 'never') AS state,
  syncs.kind, requested_at AS "requestedAt", covered_from AS "coveredFrom", covered_to AS "coveredTo",
  last_synced_at AS "lastSyncedAt", last_full_at AS "lastFullAt", coalesce(added, 0) AS added, coalesce(edited, 0) AS edited,
  coalesce(deleted, 0) AS deleted, coalesce(attempts, 0) AS attempts, last_error_code AS "errorCode",
  last_error_message AS "errorMessage"
${CONVERSATIONS} AND ($1::uuid IS NULL OR chats.id > $1) AND ($2::text IS NULL OR coalesce(state, 'never') = $2)
  AND ($4::uuid IS NULL OR chats.id = $4)
ORDER BY chats.id LIMIT $3`;

const TOTALS_SQL = `SELECT coalesce(state, 'never') AS state, count(*)::integer AS count ${CONVERSATIONS} GROUP BY 1`;
