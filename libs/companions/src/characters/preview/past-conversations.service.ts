import { Injectable } from '@nestjs/common';

import { Clock, newId } from '#kernel';
import { ChatReader, MessagePages, type MessageView, type SpokenMessage } from '#messaging';

import type { PreviewLineDto } from './preview.dto.js';

/** A conversation that is over, and with whom it was. */
export interface PastConversation {
  readonly chatId: string;
  readonly contactName: string | null;
  readonly group: boolean;
  /** Oldest first. */
  readonly messages: readonly SpokenMessage[];
}

const LATEST = 200;

/** Reads the latest messages of a chat, or makes a conversation of lines. */
@Injectable()
export class PastConversations {
  constructor(
    private readonly chats: ChatReader,
    private readonly pages: MessagePages,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `chat.not-found` */
  async ofChat(name: string): Promise<PastConversation> {
    const { id: chatId, contactName, kind } = await this.chats.find(name);
    const { items } = await this.pages.ofChat(chatId, { limit: LATEST });
    const said = items.filter((message) => message.author !== 'system' && message.revokedAt === null);
    return { chatId, contactName, group: kind === 'group', messages: said.map(spokenOf).reverse() };
  }

  ofLines(lines: readonly PreviewLineDto[]): PastConversation {
    const messages = lines.map(({ from, text }): SpokenMessage => ({
      ...{ id: newId(), senderId: null, senderName: null, kind: 'text', text, sentAt: this.clock.now() },
      author: from === 'user' ? 'contact' : 'assistant',
    }));
    return { chatId: newId(), contactName: null, group: false, messages };
  }
}

function spokenOf({ id, author, senderId, senderName, kind, text, sentAt }: MessageView): SpokenMessage {
  return { id, author, senderId, senderName, kind, text: text ?? '', sentAt };
}
