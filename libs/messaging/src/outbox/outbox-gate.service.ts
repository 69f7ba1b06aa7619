import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ConversationConfig } from '#config';
import { Transactions } from '#database';
import { Clock, newId } from '#kernel';
import { BlindIndex, FieldCipher } from '#security';

import { messageBodyAddress } from '../messages/message-body.js';
import { outboxBodyAddress } from './outbox-body.js';
import type { OutboxOrigin } from './outbox.entity.js';
import { sendGate, type Verdict } from './send-gate.js';

/** A message that has passed the last gate and is marked `sending`. */
export interface AdmittedMessage {
  readonly outboxId: string;
  readonly messageId: string;
  readonly chatExternalId: string;
  readonly turnId: string | null;
  readonly text: string;
  readonly attempts: number;
}

export interface Ownership {
  readonly accountId: string;
  readonly fencingToken: string;
}

/** The last gate: one transaction that looks at everything once more and marks the message `sending`, or does not. */
@Injectable()
export class OutboxGate {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly config: ConversationConfig,
    private readonly clock: Clock,
  ) {}

  /** The id of the next message of the account that may be looked at now; each chat in order. */
  async next(accountId: string): Promise<string | undefined> {
    return this.transactions.run(async (manager) => {
      const rows: { id: string }[] = await manager.query(NEXT_SQL, [accountId, this.clock.now()]);
      return rows[0]?.id;
    });
  }

  /** When the account's next message that waits for a time may be looked at; undefined when none waits. */
  async nextTime(accountId: string): Promise<Date | undefined> {
    return this.transactions.run(async (manager) => {
      const rows: { at: Date | null }[] = await manager.query(
        `SELECT min(not_before) AS at FROM outbox WHERE account_id = $1 AND state = 'queued'`,
        [accountId],
      );
      return rows[0]?.at ?? undefined;
    });
  }

  /** The message when it may leave now; undefined when it may not, or when we own the account no more. */
  async admit(outboxId: string, owner: Ownership): Promise<AdmittedMessage | undefined> {
    return this.transactions.run(async (manager) => {
      const [row]: GateRow[] = await manager.query(LOCK_SQL, [outboxId, owner.fencingToken]);
      if (!row) return undefined;
      const verdict = sendGate(
        { origin: row.origin, expiresAt: row.expires_at },
        {
          optedOutAt: row.opted_out_at,
          takenOverUntil: row.taken_over_until,
          replyMode: row.reply_mode,
          sentLastDay: await this.sentLastDay(manager, row.chat_id),
        },
        this.config.dailyCapPerChat,
        this.clock.now(),
      );
      if (verdict.kind !== 'pass') {
        await turnAway(manager, outboxId, verdict);
        return undefined;
      }
      const text = await this.cipher.open(row.subject_id, outboxBodyAddress(outboxId), row.body);
      await this.markSending(manager, row, text, owner);
      return {
        outboxId,
        messageId: row.message_id,
        chatExternalId: row.external_id,
        turnId: row.turn_id,
        text,
        attempts: row.attempts + 1,
      };
    });
  }

  /** The message is in the store of record before it leaves, so that its own echo finds it there. */
  private async markSending(manager: EntityManager, row: GateRow, text: string, owner: Ownership): Promise<void> {
    const now = this.clock.now();
    const id = newId();
    const body = await this.cipher.seal(row.subject_id, messageBodyAddress(id), text, manager);
    await manager.query(MARK_SQL, [
      row.id,
      now,
      owner.fencingToken,
      id,
      row.chat_id,
      row.message_id,
      row.subject_id,
      body,
      this.index.vector(text),
      row.turn_id,
    ]);
  }

  /** A statement of its own, after the lock: the one that waited for it would count what it saw before it waited. */
  private async sentLastDay(manager: EntityManager, chatId: string): Promise<number> {
    const dayAgo = new Date(this.clock.now().getTime() - 24 * 60 * 60_000);
    const [row]: [{ count: number }] = await manager.query(
      `SELECT count(*)::integer AS count FROM outbox WHERE chat_id = $1 AND gated_at > $2 AND state <> 'queued'`,
      [chatId, dayAgo],
    );
    return row.count;
  }
}

interface GateRow {
  readonly id: string;
  readonly chat_id: string;
  readonly turn_id: string | null;
  readonly message_id: string;
  readonly origin: OutboxOrigin;
  readonly subject_id: string;
  readonly body: Buffer;
  readonly attempts: number;
  readonly expires_at: Date | null;
  readonly external_id: string;
  readonly opted_out_at: Date | null;
  readonly taken_over_until: Date | null;
  readonly reply_mode: 'auto' | 'draft' | 'paused' | null;
}

/** A message waits for every earlier one of its chat that has not ended, also for one whose time has not come. */
const NEXT_SQL = `
SELECT id FROM outbox AS candidate
WHERE account_id = $1 AND state = 'queued' AND not_before <= $2
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS earlier
    WHERE earlier.chat_id = candidate.chat_id AND earlier.state IN ('queued', 'sending') AND earlier.id < candidate.id
  )
ORDER BY id LIMIT 1`;

/** The account's row is shared-locked: its lease cannot change hands before this transaction ends. */
const LOCK_SQL = `
SELECT outbox.*, chats.external_id, chats.opted_out_at, chats.taken_over_until, chats.reply_mode
FROM outbox
JOIN chats ON chats.id = outbox.chat_id
JOIN accounts ON accounts.id = outbox.account_id AND accounts.fencing_token = $2 AND accounts.lease_expires_at > now()
WHERE outbox.id = $1 AND outbox.state = 'queued'
FOR UPDATE OF chats, outbox FOR SHARE OF accounts`;

const MARK_SQL = `
WITH marked AS (
  UPDATE outbox SET state = 'sending', reason = NULL, attempts = attempts + 1, gated_at = $2, fencing_token = $3 WHERE id = $1
), stored AS (
  INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, body, search, ack, turn_id, sent_at, stored_at)
  VALUES ($4, $5, $6, 'assistant', $7, 'text', $8, $9::tsvector, 0, $10, $2, $2)
  ON CONFLICT DO NOTHING RETURNING chat_id
)
UPDATE chats SET message_count = message_count + 1, last_message_at = greatest(last_message_at, $2)
FROM stored WHERE chats.id = stored.chat_id`;

async function turnAway(
  manager: EntityManager,
  outboxId: string,
  verdict: Exclude<Verdict, { kind: 'pass' }>,
): Promise<void> {
  if (verdict.kind === 'hold') {
    await manager.query('UPDATE outbox SET reason = $2, not_before = $3 WHERE id = $1', [
      outboxId,
      verdict.reason,
      verdict.until,
    ]);
  } else {
    await manager.query(DROP_SQL, [outboxId, verdict.reason]);
  }
}

/** An earlier try may have put the message into the store of record: it never arrived. */
const DROP_SQL = `
WITH dropped AS (
  UPDATE outbox SET state = 'dropped', reason = $2 WHERE id = $1 RETURNING chat_id, message_id
)
UPDATE messages SET ack = -1 FROM dropped
WHERE messages.chat_id = dropped.chat_id AND external_id = dropped.message_id AND participant = ''`;
