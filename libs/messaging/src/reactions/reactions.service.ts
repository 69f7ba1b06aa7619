import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { cleanText, Clock, newId } from '#kernel';
import { FieldCipher } from '#security';
import { chatKindOf, type WhatsAppEvent } from '#whatsapp';

import { ChatBook, type Parties } from '../chats/chat-book.service.js';
import { cleanTime } from '../inbound/clean-time.js';
import { reactionAddress } from './reaction-address.js';

export type ReactionEvent = Extract<WhatsAppEvent, { type: 'reaction' }>;

/** Longer than any emoji is, with all that may be joined to it. */
const LONGEST_EMOJI = 64;

/** Keeps what people make of messages: one reaction for each message and person, the latest one, in whatever order they come. */
@Injectable()
export class Reactions {
  constructor(
    private readonly chats: ChatBook,
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async take(accountId: string, event: ReactionEvent): Promise<void> {
    try {
      await this.keep(accountId, event);
    } catch {
      // What we remember of contacts and chats may have been merged away by another process: once more, from the tables.
      this.chats.forget();
      await this.keep(accountId, event);
    }
  }

  private async keep(accountId: string, event: ReactionEvent): Promise<void> {
    const chatId = cleanText(event.chatId);
    const seen = {
      chat: { id: chatId, kind: chatKindOf(chatId) },
      sender: { id: cleanText(event.senderId) },
      fromMe: event.fromMe,
    };
    const [parties] = await this.chats.resolve(accountId, [seen]);
    if (parties) await this.write(accountId, parties, event);
  }

  private async write(accountId: string, parties: Parties, event: ReactionEvent): Promise<void> {
    const { chatId, chatSubjectId, senderId } = parties;
    const subjectId = senderId ?? chatSubjectId;
    const emoji = cleanText(cleanText(event.emoji).slice(0, LONGEST_EMOJI));
    const at = cleanTime(event.at, this.clock.now());
    await this.transactions.run(async (manager) => {
      const [row]: { id: string }[] = await manager.query(UPSERT_SQL, [
        ...[newId(), chatId, cleanText(event.id), senderId ?? accountId],
        ...[event.fromMe, subjectId, at],
      ]);
      if (!row || emoji === '') return;
      const sealed = await this.cipher.seal(subjectId, reactionAddress(row.id), emoji, manager);
      await manager.query('UPDATE reactions SET emoji = $2 WHERE id = $1', [row.id, sealed]);
    });
  }
}

/** Answers the row when this is the latest that is known. */
const UPSERT_SQL = `
INSERT INTO reactions (id, chat_id, message_external_id, actor_id, from_me, subject_id, reacted_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (chat_id, message_external_id, actor_id) DO UPDATE SET
  emoji = NULL, subject_id = excluded.subject_id, reacted_at = excluded.reacted_at
WHERE reactions.reacted_at <= excluded.reacted_at
RETURNING id`;
