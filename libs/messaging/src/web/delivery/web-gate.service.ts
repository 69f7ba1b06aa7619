import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ConversationConfig, PacingConfig } from '#config';
import { Transactions } from '#database';
import { AppError, Clock, failpoint } from '#kernel';

import { heardSince, type Heard } from '../../outbox/heard-since.js';
import { DRAFT_SQL, DROP_SQL, HOLD_PARTS_SQL, HOLD_SQL, queuedMessage } from '../../outbox/outbox-gate.sql.js';
import { typingTimeMs } from '../../outbox/pacing/typing-time.js';
import { sendGate, type Refusal, type Verdict } from '../../outbox/send-gate.js';
import {
  FAIL_WEB_SQL,
  LOCK_CHAT_SQL,
  NEXT_OF_CHAT_SQL,
  TRY_CHAT_SQL,
  TYPE_SQL,
  type WebRow,
} from './web-delivery.sql.js';
import { WebPost } from './web-post.service.js';

const DAY_MS = 24 * 60 * 60_000;
/** Nobody who looks at a page needs a pace that is spread. */
const EVEN = 0.5;

/** What became of a look at a chat's outbox. */
export type WebStep =
  | { readonly kind: 'nothing' }
  /** Somebody else holds the chat. */
  | { readonly kind: 'busy' }
  /** `told` where its person saw it being typed. */
  | { readonly kind: 'turned-away'; readonly told?: TypingNews }
  /** `told` where a part was being typed or is now. */
  | { readonly kind: 'delivered'; readonly contactId: string; readonly told?: TypingNews };

/** Whether the next part of an answer is being typed now. */
export interface TypingNews {
  readonly contactId: string;
  /** Null where nobody knows who wrote it. */
  readonly characterId: string | null;
  readonly isTyping: boolean;
}

/**
 * The last gate of a web chat, and its delivery with it: one transaction looks at everything once more and has the message delivered, or does
 * not. A STOP that was committed before it wins. There is no account's pace here: nobody but us carries the message.
 */
@Injectable()
export class WebGate {
  constructor(
    private readonly transactions: Transactions,
    private readonly post: WebPost,
    private readonly config: ConversationConfig,
    private readonly pacing: PacingConfig,
    private readonly clock: Clock,
  ) {}

  /** Looks at the next message of the chat; `wait` for whoever holds the chat, or leave it. */
  async step(chatId: string, wait: boolean): Promise<WebStep> {
    let looked: string | undefined;
    try {
      return await this.transactions.run(async (manager) => {
        const locked: unknown[] = await manager.query(wait ? LOCK_CHAT_SQL : TRY_CHAT_SQL, [chatId]);
        if (locked.length === 0) return { kind: wait ? 'nothing' : 'busy' };
        const now = this.clock.now();
        const dayAgo = new Date(now.getTime() - DAY_MS);
        const [row]: WebRow[] = await manager.query(NEXT_OF_CHAT_SQL, [chatId, now, dayAgo]);
        if (!row) return { kind: 'nothing' };
        looked = row.id;
        return this.look(manager, row, now);
      });
    } catch (error) {
      if (looked === undefined || !(error instanceof AppError) || error.retryable) throw error;
      // It can't be opened any more, and holds nobody up.
      const { code } = error;
      await this.transactions.run((manager) => manager.query(FAIL_WEB_SQL, [looked, code]));
      return { kind: 'turned-away' };
    }
  }

  private async look(manager: EntityManager, row: WebRow, now: Date): Promise<WebStep> {
    const verdict = this.verdictOn(row, await heardSince(manager, row), now);
    if (verdict.kind !== 'pass') {
      await turnAway(manager, row, verdict);
      return { kind: 'turned-away', ...(row.part > 0 && { told: typingNewsOf(row, false) }) };
    }
    await this.post.deliver(manager, row, now);
    const next = await this.post.following(manager, row);
    if (next) {
      const typed = now.getTime() + typingTimeMs(next.length, EVEN, this.pacing.typingMaxMs);
      await manager.query(TYPE_SQL, [next.id, new Date(typed)]);
    }
    failpoint('web.delivered');
    const isTyping = next !== undefined;
    const told = isTyping || row.part > 0 ? { told: typingNewsOf(row, isTyping) } : {};
    return { kind: 'delivered', contactId: row.contact_id, ...told };
  }

  private verdictOn(row: WebRow, heard: Heard, now: Date): Verdict {
    if (row.deleted) return { kind: 'drop', reason: 'conversation-deleted' };
    // Attachments and templates are WhatsApp's: without them it would be another message.
    if (row.kind !== 'text' || row.template !== null) return { kind: 'drop', reason: 'text-only' };
    return sendGate(
      queuedMessage(row),
      {
        optedOutAt: row.opted_out_at,
        takenOverUntil: row.taken_over_until,
        quietUntil: null,
        replyMode: row.reply_mode ?? this.config.replyMode,
        sentLastDay: row.sent_last_day,
        heard,
      },
      this.config.dailyCapPerChat,
      now,
    );
  }
}

function typingNewsOf({ contact_id: contactId, traits }: WebRow, isTyping: boolean): TypingNews {
  return { contactId, characterId: traits?.characterId ?? null, isTyping };
}

async function turnAway(manager: EntityManager, row: WebRow, verdict: Refusal): Promise<void> {
  switch (verdict.kind) {
    case 'hold': {
      const parts = verdict.reason === 'paused' ? [row.turn_id, row.idempotency_key] : [];
      await manager.query(parts.length > 0 ? HOLD_PARTS_SQL : HOLD_SQL, [
        row.id,
        verdict.reason,
        verdict.until,
        ...parts,
      ]);
      return;
    }
    case 'draft':
      await manager.query(DRAFT_SQL, [row.id]);
      return;
    case 'drop':
      await manager.query(DROP_SQL, [row.id, verdict.reason]);
      return;
  }
}
