import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { cleanText, Clock, isId } from '#kernel';

/** With more ids of WhatsApp than this, reading all messages once is cheaper than looking into each chat for each id. */
const LOOKED_UP_BY_CHAT = 20;

export interface FoundMessage {
  readonly id: string;
  readonly chatId: string;
}

/** What the operator notes about a message. What is left out stays as it is. */
export interface MessageMark {
  readonly messageId: string;
  readonly isRead?: boolean;
  readonly isProcessed?: boolean;
}

/** Finds messages by any of their ids, and notes which were read and which are done with. */
@Injectable()
export class MessageMarks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Messages by our ids or WhatsApp's, under the id that was asked for; what is not there is left out. Where several have one
   * id of WhatsApp's, the latest of them.
   */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, FoundMessage>> {
    // What Postgres cannot hold is nobody's id.
    const asked = [...new Set(ids)].filter((id) => cleanText(id) === id);
    const own = asked.filter(isId);
    const external = asked.filter((id) => !isId(id));
    const rows = [
      ...(own.length > 0 ? await this.dataSource.query<FoundRow[]>(BY_ID_SQL, [own]) : []),
      ...(external.length > 0
        ? await this.dataSource.query<FoundRow[]>(byExternalId(external.length), [external])
        : []),
    ];
    return new Map(rows.map(({ asked: id, ...found }) => [id, found]));
  }

  /** The later one of two marks of one message holds. */
  async mark(marks: readonly MessageMark[]): Promise<void> {
    if (marks.length === 0) return;
    await this.dataSource.query(MARK_SQL, [
      marks.map(({ messageId }) => messageId),
      marks.map(({ isRead }) => isRead ?? null),
      marks.map(({ isProcessed }) => isProcessed ?? null),
      this.clock.now(),
    ]);
  }
}

interface FoundRow extends FoundMessage {
  readonly asked: string;
}

const BY_ID_SQL = `SELECT id::text AS asked, id, chat_id AS "chatId" FROM messages WHERE id = ANY($1::uuid[])`;

/** Ids of WhatsApp are indexed within their chat only. */
function byExternalId(count: number): string {
  const from =
    count <= LOOKED_UP_BY_CHAT
      ? `chats CROSS JOIN LATERAL (
           SELECT id, chat_id, external_id, sent_at FROM messages
           WHERE messages.chat_id = chats.id AND external_id = ANY($1::text[]) OFFSET 0) AS messages`
      : '(SELECT id, chat_id, external_id, sent_at FROM messages WHERE external_id = ANY($1::text[])) AS messages';
  return `
SELECT DISTINCT ON (messages.external_id) messages.external_id AS asked, messages.id, messages.chat_id AS "chatId"
FROM ${from} ORDER BY messages.external_id, messages.sent_at DESC, messages.id DESC`;
}

const MARK_SQL = `
UPDATE messages SET
  read_at = CASE WHEN is_read THEN coalesce(read_at, $4) WHEN NOT is_read THEN NULL ELSE read_at END,
  processed_at = CASE WHEN is_processed THEN coalesce(processed_at, $4) WHEN NOT is_processed THEN NULL ELSE processed_at END
FROM unnest($1::uuid[], $2::boolean[], $3::boolean[]) AS mark (id, is_read, is_processed)
WHERE messages.id = mark.id`;
