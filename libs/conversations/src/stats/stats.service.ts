import { Injectable } from '@nestjs/common';

import { Statements, type Statement } from '#database';

/** The whole store in seven figures. */
export interface StoreStats {
  readonly totalChats: number;
  /** Live and archived. */
  readonly totalMessages: number;
  readonly archivedChats: number;
  readonly archivedMessages: number;
  readonly databaseBytes: number;
  readonly oldestMessage: Date | null;
  readonly newestMessage: Date | null;
}

/** Counts from what every writer keeps in the chats' rows: exact, and no message is read. */
@Injectable()
export class StatsService {
  constructor(private readonly statements: Statements) {}

  async read(): Promise<StoreStats> {
    const [row] = await this.statements.run<StatsRow>(STATS, []);
    if (!row) throw new Error('an aggregate has one row');
    return { ...row, databaseBytes: Number(row.databaseBytes) };
  }
}

type StatsRow = Omit<StoreStats, 'databaseBytes'> & { readonly databaseBytes: string };

const STATS: Statement = {
  name: 'stats.store',
  text: `
WITH all_chats AS (
  SELECT count(*)::integer AS chats, count(archived_at)::integer AS archived, coalesce(sum(message_count), 0)::integer AS messages,
    min(first_message_at) AS oldest, max(last_message_at) FILTER (WHERE message_count > 0) AS newest
  FROM chats
), put_away AS (
  SELECT coalesce(sum(message_count), 0)::integer AS messages FROM archives
)
SELECT chats AS "totalChats", all_chats.messages AS "totalMessages", archived AS "archivedChats", put_away.messages AS "archivedMessages",
  pg_database_size(current_database()) AS "databaseBytes", oldest AS "oldestMessage", newest AS "newestMessage"
FROM all_chats, put_away`,
};
