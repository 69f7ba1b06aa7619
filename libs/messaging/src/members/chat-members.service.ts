import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { cleanText, Clock } from '#kernel';
import { chatKindOf, type WhatsAppEvent } from '#whatsapp';

import { ChatBook } from '../chats/chat-book.service.js';
import { cleanTime } from '../inbound/clean-time.js';
import { JOIN_OR_LEAVE_SQL } from './chat-members.sql.js';

export type MembershipEvent = Extract<WhatsAppEvent, { type: 'membership' }>;

/** WhatsApp's own limit of a group is about half of it. */
const MOST_AT_ONCE = 2_048;

export interface ChatMember {
  readonly contactId: string;
  readonly name: string | null;
  readonly present: boolean;
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
}

/** Who came into a group and who left it, as far as we saw it. */
@Injectable()
export class ChatMembers {
  constructor(
    private readonly chats: ChatBook,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async take(accountId: string, event: MembershipEvent): Promise<void> {
    const chatId = cleanText(event.chatId);
    if (chatKindOf(chatId) !== 'group') return;
    try {
      await this.keep(accountId, chatId, event);
    } catch {
      // What we remember of contacts and chats may have been merged away by another process: once more, from the tables.
      this.chats.forget();
      await this.keep(accountId, chatId, event);
    }
  }

  /** Those of whom we know, in the order in which they came. */
  of(chatId: string): Promise<readonly ChatMember[]> {
    return this.dataSource.query<ChatMember[]>(
      `SELECT contact_id AS "contactId", name, present, joined_at AS "joinedAt", left_at AS "leftAt"
       FROM chat_members JOIN contacts ON contacts.id = contact_id WHERE chat_id = $1 ORDER BY joined_at, contact_id`,
      [chatId],
    );
  }

  private async keep(accountId: string, chatId: string, { memberIds, change, at }: MembershipEvent): Promise<void> {
    const ids = [...new Set(memberIds.map(cleanText))].filter((id) => id !== '').slice(0, MOST_AT_ONCE);
    const chat = { id: chatId, kind: 'group' } as const;
    const parties = await this.chats.resolve(
      accountId,
      ids.map((id) => ({ chat, sender: { id }, fromMe: false })),
    );
    const [first] = parties;
    if (!first) return;
    const contacts = [...new Set(parties.flatMap(({ senderId }) => senderId ?? []))];
    await this.dataSource.query(JOIN_OR_LEAVE_SQL, [
      first.chatId,
      contacts,
      change === 'join',
      cleanTime(at, this.clock.now()),
    ]);
  }
}
