import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Page } from '#kernel';
import { Cursors } from '#security';

import type { ArchiveEntity, ArchiveState } from './archive.entity.js';

export interface ArchiveView extends Omit<
  ArchiveEntity,
  'chat' | 'account' | 'subjectId' | 'taskId' | 'mediaPaths' | 'sha256'
> {
  readonly chatExternalId: string;
  readonly chatTitle: string | null;
  /** Hex. */
  readonly sha256: string;
}

export interface ArchiveFilter {
  readonly chatId?: string;
  /** By the time at which they were made. */
  readonly from?: Date;
  readonly to?: Date;
  readonly reason?: string;
  readonly state?: ArchiveState;
}

/** The archives there are. */
@Injectable()
export class ArchiveList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** The latest first. Throws `cursor.invalid`. */
  async page(
    { chatId, from, to, reason, state }: ArchiveFilter,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ArchiveView>> {
    const filters = [
      chatId ?? null,
      from?.toISOString() ?? null,
      to?.toISOString() ?? null,
      reason ?? null,
      state ?? null,
    ];
    const list = `archives:${JSON.stringify(filters)}`;
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const rows = await this.dataSource.query<ArchiveView[]>(PAGE_SQL, [...filters, at, id, limit + 1]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? this.cursors.sign(list, [last.createdAt.toISOString(), last.id]) : null };
  }

  async has(chatId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>('SELECT 1 FROM archives WHERE chat_id = $1 LIMIT 1', [chatId]);
    return rows.length > 0;
  }
}

const PAGE_SQL = `
SELECT archives.id, chat_id AS "chatId", chats.external_id AS "chatExternalId", coalesce(chats.title, contacts.name) AS "chatTitle",
  archives.account_id AS "accountId", state, damage, reason, requested_by AS "requestedBy", archives.message_count AS "messageCount",
  archives.first_message_at AS "firstMessageAt", archives.last_message_at AS "lastMessageAt", store, codec, stored_bytes AS "storedBytes",
  original_bytes AS "originalBytes", encode(sha256, 'hex') AS sha256, archives.created_at AS "createdAt"
FROM archives JOIN chats ON chats.id = chat_id LEFT JOIN contacts ON contacts.id = chats.contact_id
WHERE ($1::uuid IS NULL OR chat_id = $1) AND ($2::timestamptz IS NULL OR archives.created_at >= $2)
  AND ($3::timestamptz IS NULL OR archives.created_at <= $3) AND ($4::text IS NULL OR reason = $4)
  AND ($5::text IS NULL OR state = $5)
  AND ($6::timestamptz IS NULL OR (archives.created_at, archives.id) < ($6, $7::uuid))
ORDER BY archives.created_at DESC, archives.id DESC LIMIT $8`;
