import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { PersonNews } from '#realtime';
import { Logger } from '#telemetry';

import { WEB_ACCOUNT_ID } from '../web-account.js';
import { DUE_CHATS_SQL, NEXT_DUE_SQL } from './web-delivery.sql.js';
import { WebGate, type TypingNews } from './web-gate.service.js';

/** So many chats are looked at in one round. */
const CHATS = 200;
/** So many of them at once: each takes a connection. */
const AT_ONCE = 4;
/** A chat that somebody holds is looked at again after so long. */
const BUSY_MS = 100;
/** What is due and does not move is looked at again after so long. */
const STUCK_MS = 1_000;

/** Sends what is in the outbox of web chats. Any process may, any number of them at once. */
@Injectable()
export class WebDelivery {
  constructor(
    private readonly gate: WebGate,
    private readonly dataSource: DataSource,
    private readonly news: PersonNews,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Sends what may leave now, of one chat or of all. Answers when to look again; null when nothing waits. */
  async deliver(chatId?: string): Promise<Date | null> {
    const now = this.clock.now();
    const chats = chatId === undefined ? await this.dueChats(now) : [chatId];
    const before = { moved: 0, busy: 0 };
    const queue = chats.values();
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, chats.length) }, async () => {
        for (const id of queue) await this.empty(id, chatId !== undefined, before);
      }),
    );
    return this.next(before);
  }

  /** One chat that can't be sent to holds up no other. */
  private async empty(chatId: string, wait: boolean, count: { moved: number; busy: number }): Promise<void> {
    try {
      for (;;) {
        const step = await this.gate.step(chatId, wait);
        if (step.kind === 'busy') count.busy += 1;
        if (step.kind === 'busy' || step.kind === 'nothing') return;
        count.moved += 1;
        if (step.kind === 'delivered') this.news.moved(step.contactId);
        if (step.told) this.tell(chatId, step.told);
      }
    } catch (error) {
      this.logger.error({ err: error, chatId }, 'a chat on the web could not be sent to; it is tried again');
    }
  }

  private tell(chatId: string, { contactId, characterId, isTyping }: TypingNews): void {
    const signal = { conversationId: chatId, userId: characterId, isTyping, senderType: 'character' };
    this.news.tell(contactId, chatId, 'typing:indicator', signal);
  }

  private async dueChats(now: Date): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(DUE_CHATS_SQL, [WEB_ACCOUNT_ID, now, CHATS]);
    return rows.map(({ id }) => id);
  }

  private async next({ moved, busy }: { readonly moved: number; readonly busy: number }): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ due: Date | null }[]>(NEXT_DUE_SQL, [WEB_ACCOUNT_ID]);
    const now = this.clock.now();
    if (!row?.due || row.due > now) return row?.due ?? null;
    if (busy > 0) return new Date(now.getTime() + BUSY_MS);
    return moved > 0 ? now : new Date(now.getTime() + STUCK_MS);
  }
}
