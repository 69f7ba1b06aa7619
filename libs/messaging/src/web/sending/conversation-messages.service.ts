import { Injectable } from '@nestjs/common';

import type { Page } from '#kernel';
import type { Viewer } from '#security';

import { ConversationRows } from '../conversations/conversation-rows.service.js';
import type { ConversationMessage } from './conversation-message.js';
import { ConversationReading, type ConversationPageWish } from './conversation-reading.service.js';
import { MessageRemoval } from './message-removal.service.js';
import type { NewWebMessage } from './new-web-message.js';
import { ReadReceipts } from './read-receipts.service.js';
import { toConversationMessage } from './to-conversation-message.js';
import { clientIdConflict } from './web-message.errors.js';
import { WebSender } from './web-sender.service.js';

const OPERATOR: Viewer = { kind: 'operator' };

/** The messages of conversations, as their viewer may see them: another's conversation is not there. */
@Injectable()
export class ConversationMessages {
  constructor(
    private readonly conversations: ConversationRows,
    private readonly sender: WebSender,
    private readonly reading: ConversationReading,
    private readonly receipts: ReadReceipts,
    private readonly removal: MessageRemoval,
  ) {}

  /**
   * What the person of the conversation says. The same `clientId` with the same text again answers the message that is there, `stored: false`.
   * @throws AppError `conversation.not-found`, `conversation.not-web`, `message.type-unsupported`, `message.empty`, `message.too-long`,
   * `message.client-id-conflict`, `message.rate-limited`
   */
  async send(
    viewer: Viewer,
    id: string,
    message: NewWebMessage,
  ): Promise<{ readonly message: ConversationMessage; readonly stored: boolean }> {
    const { text, stored, contactId, ...arrival } = await this.sender.send(viewer, id, message);
    const said = toConversationMessage({
      ...{ id: arrival.id, chatId: id, externalId: arrival.externalId, sentAt: arrival.createdAt },
      ...{ author: 'contact', senderId: contactId, kind: 'text', ack: null, text },
    });
    if (stored) return { message: said, stored };
    const [there] = await this.reading.byIds(OPERATOR, [arrival.id]);
    // One that was deleted since is as it was sent, without its text.
    if (!there) return { message: { ...said, content: '' }, stored };
    if (there.content !== text) throw clientIdConflict();
    return { message: there, stored };
  }

  /** The latest first. @throws AppError `conversation.not-found`, `cursor.invalid` */
  async list(viewer: Viewer, id: string, page: ConversationPageWish): Promise<Page<ConversationMessage>> {
    await this.conversations.find(viewer, id);
    return this.reading.list(id, page);
  }

  /**
   * Those with all words of `words`, in any of their forms, the latest first: of one conversation, or of all that the viewer may see.
   * @throws AppError `conversation.not-found`, `cursor.invalid`
   */
  async search(
    viewer: Viewer,
    words: string,
    id: string | undefined,
    page: ConversationPageWish,
  ): Promise<Page<ConversationMessage>> {
    if (id === undefined) return this.reading.searchAll(viewer, words, page);
    await this.conversations.find(viewer, id);
    return this.reading.search(words, id, page);
  }

  /** As `ReadReceipts.byPerson`. */
  read(
    viewer: Viewer,
    id: string,
    { upTo }: { readonly upTo?: string } = {},
  ): Promise<{ readonly read: number; readonly readAt: Date }> {
    return this.receipts.byPerson(viewer, id, upTo);
  }

  /** As `MessageRemoval.remove`. */
  remove(viewer: Viewer, messageId: string): Promise<void> {
    return this.removal.remove(viewer, messageId);
  }

  /** The person's messages of these ids, in their order; what is not theirs, was deleted or put into an archive is left out. */
  byIds(contactId: string, ids: readonly string[]): Promise<ConversationMessage[]> {
    return this.reading.byIds({ kind: 'person', contactId }, ids);
  }
}
