import { Injectable } from '@nestjs/common';

import type { Page } from '#kernel';
import { ConversationMessages, type ConversationMessage } from '#messaging';
import type { Viewer } from '#security';

import { ConversationCast } from './conversation-cast.service.js';
import { shownMessage, type ShownMessage } from './shown-message.js';

export interface MessageWish {
  readonly content: string;
  readonly type: 'text' | 'image' | 'voice' | 'system';
  readonly clientId?: string;
}

interface PageWish {
  readonly limit: number;
  readonly cursor?: string;
  readonly offset?: number;
}

export interface SentMessage {
  readonly message: ShownMessage;
  /** False: it was there already. */
  readonly stored: boolean;
}

const NOBODY: ReadonlyMap<string, string> = new Map();

/** What is said in conversations, as people and operators see it. */
@Injectable()
export class ConversationTalk {
  constructor(
    private readonly messages: ConversationMessages,
    private readonly cast: ConversationCast,
  ) {}

  /** As `ConversationMessages.send`, whatever way it came. */
  async send(viewer: Viewer, id: string, wish: MessageWish): Promise<SentMessage> {
    const { message, stored } = await this.messages.send(viewer, id, wish);
    return { message: shownMessage(message, null), stored };
  }

  /** The latest first. @throws AppError `conversation.not-found`, `cursor.invalid` */
  async list(viewer: Viewer, id: string, page: PageWish): Promise<Page<ShownMessage>> {
    return this.shown(await this.messages.list(viewer, id, page));
  }

  /** The latest first; in all conversations when `id` is null. @throws AppError `conversation.not-found`, `cursor.invalid` */
  async search(viewer: Viewer, words: string, id: string | null, page: PageWish): Promise<Page<ShownMessage>> {
    return this.shown(await this.messages.search(viewer, words, id ?? undefined, page));
  }

  /** @throws AppError `conversation.not-found` */
  read(
    viewer: Viewer,
    id: string,
    upTo: { readonly upTo?: string },
  ): Promise<{ readonly read: number; readonly readAt: Date }> {
    return this.messages.read(viewer, id, upTo);
  }

  /** @throws AppError `message.not-found` */
  async remove(viewer: Viewer, messageId: string): Promise<void> {
    await this.messages.remove(viewer, messageId);
  }

  /** With who said it. */
  async all(messages: readonly ConversationMessage[]): Promise<ShownMessage[]> {
    const unsaid = messages.filter(({ senderType, senderId }) => senderType === 'character' && senderId === null);
    const chatIds = [...new Set(unsaid.map(({ conversationId }) => conversationId))];
    const characters = chatIds.length === 0 ? NOBODY : await this.cast.characterIds(chatIds);
    return messages.map((message) => shownMessage(message, characters.get(message.conversationId) ?? null));
  }

  private async shown({ items, nextCursor }: Page<ConversationMessage>): Promise<Page<ShownMessage>> {
    return { items: await this.all(items), nextCursor };
  }
}
