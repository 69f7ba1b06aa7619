import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { cleanText, Clock, newId } from '#kernel';
import { FieldCipher } from '#security';
import { newMessageId } from '#whatsapp';

import { chatNotFound } from '../chats/chat.errors.js';
import { outboxBodyAddress } from './outbox-body.js';
import type { OutboxOrigin } from './outbox.entity.js';

/** An answer that would come later than this is worse than none. */
const REPLY_EXPIRES_MS = 30 * 60_000;

export interface OutgoingTexts {
  readonly chatId: string;
  readonly turnId?: string;
  /** One message each, in order. */
  readonly texts: readonly string[];
  readonly origin: OutboxOrigin;
  /** Wait for approval. */
  readonly draft: boolean;
  /** The caller's own key: the same key again writes nothing. Only for a single text. */
  readonly idempotencyKey?: string;
}

export interface PutResult {
  readonly ids: readonly string[];
  /** Whose bell to ring. */
  readonly accountId: string;
}

/** The only way in for anything that is to be sent. Rows are unique per turn and part, and per idempotency key. */
@Injectable()
export class OutboxWriter {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Writes the rows in the caller's transaction; ring the `OutboxBell` when that has ended. Throws `chat.not-found`. */
  async put(manager: EntityManager, outgoing: OutgoingTexts): Promise<PutResult> {
    const chat = await chatOf(manager, outgoing.chatId);
    if (!chat) throw chatNotFound();
    const now = this.clock.now();
    const ids: string[] = [];
    for (const [part, text] of outgoing.texts.entries()) {
      const id = newId();
      const body = await this.cipher.seal(chat.subject_id, outboxBodyAddress(id), cleanText(text), manager);
      const rows: unknown[] = await manager.query(
        `INSERT INTO outbox (id, account_id, chat_id, turn_id, part, idempotency_key, message_id, origin, subject_id, body, state, not_before, expires_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12)
         ON CONFLICT DO NOTHING RETURNING id`,
        [
          id,
          chat.account_id,
          outgoing.chatId,
          outgoing.turnId ?? null,
          part,
          outgoing.idempotencyKey ?? null,
          newMessageId(),
          outgoing.origin,
          chat.subject_id,
          body,
          outgoing.draft ? 'draft' : 'queued',
          now,
          outgoing.origin === 'reply' && !outgoing.draft ? new Date(now.getTime() + REPLY_EXPIRES_MS) : null,
        ],
      );
      if (rows.length > 0) ids.push(id);
    }
    return { ids, accountId: chat.account_id };
  }
}

async function chatOf(
  manager: EntityManager,
  chatId: string,
): Promise<{ readonly account_id: string; readonly subject_id: string } | undefined> {
  const rows: { account_id: string; subject_id: string }[] = await manager.query(
    'SELECT account_id, subject_id FROM chats WHERE id = $1',
    [chatId],
  );
  return rows[0];
}
