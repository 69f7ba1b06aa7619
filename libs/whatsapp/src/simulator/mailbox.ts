import type { DataSource } from 'typeorm';

import type { Clock } from '#kernel';

import { Batch } from './batch.js';
import { queuedMessage, type MailboxRow } from './mailbox-row.js';
import type { PhoneMessage, QueuedMessage } from './phone-message.js';

/** What to leave out of a look: what is in hand already, and chats that rest. */
export interface Exclusions {
  readonly seqs: readonly string[];
  readonly chats: readonly string[];
}

/** The network's store of what phones wrote. A message waits there until our listener has taken it. */
export class Mailbox {
  private readonly inserts = new Batch<PhoneMessage, void>((messages) => this.insert(messages));
  private readonly confirmations = new Batch<string, void>((seqs) => this.confirm(seqs));

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the message is durable. The same id again is the same message once more. */
  post(message: PhoneMessage): Promise<void> {
    return this.inserts.add(message);
  }

  /** Messages that wait for the account, in the network's order. */
  async waiting(accountId: string, without: Exclusions, limit: number): Promise<QueuedMessage[]> {
    const rows = await this.dataSource.query<MailboxRow[]>(WAITING, [accountId, without.seqs, without.chats, limit]);
    return rows.map(queuedMessage);
  }

  /** Resolves when it is durable that we have the message. */
  delivered(seq: string): Promise<void> {
    return this.confirmations.add(seq);
  }

  /** Marks a phone's messages as read by us. Resolves with the ids that were not read before. */
  async read(accountId: string, chat: string, ids: readonly string[]): Promise<string[]> {
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(
      `UPDATE simulator_messages SET read_at = $4
       WHERE account_id = $1 AND chat = $2 AND id = ANY($3) AND read_at IS NULL AND NOT from_me RETURNING id`,
      [accountId, chat, ids, this.clock.now()],
    );
    return [...new Set(rows.map(({ id }) => id))];
  }

  /**
   * Changes what a message says, or takes it away (`body` null), in the network's memory alone. Answers whether there is such a
   * message.
   */
  async change(chat: string, id: string, body: string | null): Promise<boolean> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      `UPDATE simulator_messages SET body = coalesce($3, ''), edited_at = CASE WHEN $3::text IS NULL THEN edited_at ELSE $4 END,
         revoked_at = CASE WHEN $3::text IS NULL THEN $4 ELSE revoked_at END
       WHERE chat = $1 AND id = $2 AND revoked_at IS NULL`,
      [chat, id, body, this.clock.now()],
    );
    return changed > 0;
  }

  private async insert(messages: readonly PhoneMessage[]): Promise<void[]> {
    await this.dataSource.query(INSERT, [JSON.stringify(messages), this.clock.now()]);
    return messages.map(() => undefined);
  }

  private async confirm(seqs: readonly string[]): Promise<void[]> {
    await this.dataSource.query('UPDATE simulator_messages SET delivered_at = $2 WHERE seq = ANY($1)', [
      seqs,
      this.clock.now(),
    ]);
    return seqs.map(() => undefined);
  }
}

const INSERT = `
  INSERT INTO simulator_messages (account_id, id, chat, chat_name, sender, sender_phone, sender_lid, sender_name,
    from_me, kind, body, quoted_id, mentions, sent_at, queued_at, delivered_at)
  SELECT coalesce("accountId", (SELECT account_id FROM simulator_accounts ORDER BY created_at, account_id LIMIT 1)),
    id, chat, "chatName", sender, "senderPhone", "senderLid", "senderName",
    "fromMe", kind, body, "quotedId", mentions, "sentAt", $2::timestamptz, CASE WHEN unheard THEN $2::timestamptz END
  FROM jsonb_to_recordset($1::jsonb) AS message ("accountId" uuid, id text, chat text, "chatName" text, sender text,
    "senderPhone" text, "senderLid" text, "senderName" text, "fromMe" boolean, kind text, body text, "quotedId" text,
    mentions text[], "sentAt" timestamptz, unheard boolean)`;

const WAITING = `
  SELECT message.*, quoted_id IS NOT NULL
    AND EXISTS (SELECT FROM simulator_deliveries WHERE message_id = message.quoted_id) AS quotes_me
  FROM simulator_messages message
  WHERE account_id = $1 AND delivered_at IS NULL AND NOT (seq = ANY($2::bigint[])) AND NOT (chat = ANY($3::text[]))
  ORDER BY seq LIMIT $4`;
