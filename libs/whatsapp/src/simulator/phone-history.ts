import type { DataSource } from 'typeorm';

import type { Ack } from '../port/ack.js';
import { chatKindOf } from '../port/chat-kind.js';
import type { ChatSummary, HistoryMessage, HistoryPage, HistoryQuery } from '../port/history.js';
import { incomingMessage } from './incoming.js';
import { queuedMessage, type MailboxRow } from './mailbox-row.js';
import { OWN_ID, OWN_PHONE } from './simulated-address.js';

/** What the account's own phone has: whatever was said in its chats, both ways, whether we were told or not. */
export class PhoneHistory {
  constructor(private readonly dataSource: DataSource) {}

  async page(accountId: string, { chatId, before, after, limit }: HistoryQuery): Promise<HistoryPage> {
    const [at, id, sender] = before === undefined ? [null, null, null] : (JSON.parse(before) as string[]);
    const rows = await this.dataSource.query<HistoryRow[]>(PAGE, [
      ...[accountId, chatId, OWN_ID, OWN_PHONE],
      ...[at, id, sender, after ?? null, limit + 1],
    ]);
    const shown = rows.slice(0, limit);
    const oldest = shown.at(-1);
    return {
      messages: shown.map(historyMessage).reverse(),
      next: rows.length > limit && oldest ? cursorOf(oldest) : null,
    };
  }

  async chats(accountId: string): Promise<ChatSummary[]> {
    const rows = await this.dataSource.query<{ chat: string; name: string | null; last_at: Date }[]>(CHATS, [
      accountId,
    ]);
    return rows.map(({ chat, name, last_at }) => ({
      ...{ id: chat, kind: chatKindOf(chat), lastAt: last_at },
      ...(name !== null && { name }),
    }));
  }
}

interface HistoryRow extends MailboxRow {
  readonly edited_at: Date | null;
  readonly revoked_at: Date | null;
  readonly ack: Ack | null;
}

function cursorOf({ sent_at, id, sender }: HistoryRow): string {
  return JSON.stringify([sent_at.toISOString(), id, sender]);
}

function historyMessage(row: HistoryRow): HistoryMessage {
  return {
    ...incomingMessage(queuedMessage(row), null),
    revoked: row.revoked_at !== null,
    ...(row.edited_at && { editedAt: row.edited_at }),
    ...(row.ack !== null && { ack: row.ack }),
  };
}

/** A message that was given or delivered again is one message: its first copy. */
const PAGE = `
WITH said AS (
  SELECT DISTINCT ON (id, sender) seq, id, chat, chat_name, sender, sender_phone, sender_lid, sender_name, from_me, kind, body,
    quoted_id, mentions, sent_at, queued_at, edited_at, revoked_at, NULL::smallint AS ack
  FROM simulator_messages WHERE account_id = $1 AND chat = $2 ORDER BY id, sender, seq
), received AS (
  SELECT DISTINCT ON (message_id) seq, message_id AS id, chat, NULL AS chat_name, $3 AS sender, $4 AS sender_phone, NULL AS sender_lid,
    NULL AS sender_name, true AS from_me, 'text' AS kind, body, quoted_id, '{}'::text[] AS mentions, at AS sent_at, at AS queued_at,
    NULL::timestamptz AS edited_at, NULL::timestamptz AS revoked_at, max(ack) OVER (PARTITION BY message_id) AS ack
  FROM simulator_deliveries WHERE account_id = $1 AND chat = $2 ORDER BY message_id, seq
), history AS (SELECT * FROM said UNION ALL SELECT * FROM received)
SELECT history.*, quoted_id IS NOT NULL
  AND EXISTS (SELECT FROM simulator_deliveries WHERE message_id = history.quoted_id) AS quotes_me
FROM history
WHERE ($5::timestamptz IS NULL OR (sent_at, id, sender) < ($5, $6, $7)) AND ($8::timestamptz IS NULL OR sent_at >= $8)
ORDER BY sent_at DESC, id DESC, sender DESC LIMIT $9`;

const CHATS = `
SELECT chat, max(chat_name) AS name, max(at) AS last_at FROM (
  SELECT chat, chat_name, sent_at AS at FROM simulator_messages WHERE account_id = $1
  UNION ALL SELECT chat, NULL, at FROM simulator_deliveries WHERE account_id = $1
) AS said GROUP BY chat ORDER BY chat`;
