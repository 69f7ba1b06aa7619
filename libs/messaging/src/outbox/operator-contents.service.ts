import { Injectable } from '@nestjs/common';

import { PacingConfig } from '#config';
import { WhatsAppConnector, type OutboundContent } from '#whatsapp';

import type { ChatView } from '../chats/chat-reader.service.js';
import { WEB_ACCOUNT_ID } from '../web/web-account.js';
import { mediaTypeOf } from './media-type.js';
import { captionTooLong, mediaTooLarge, notOneContent, notOnWeb, notPossible } from './outbox.errors.js';
import { QuotableMessages } from './quotable-messages.service.js';
import type { SendMediaDto, SendMessageDto } from './send-message.dto.js';

/** WhatsApp's own limit, in UTF-16 units. */
const MAX_CAPTION = 1_024;

export interface OperatorContent {
  readonly content: OutboundContent;
  readonly quotedId?: string;
}

/** Makes a message out of what the operator asks for, if the account's connector can send such a thing. */
@Injectable()
export class OperatorContents {
  constructor(
    private readonly connector: WhatsAppConnector,
    private readonly messages: QuotableMessages,
    private readonly config: PacingConfig,
  ) {}

  /**
   * Throws `outbox.not-one-content`, `outbox.not-possible`, `outbox.media-mismatch`, `outbox.media-too-large`, `outbox.caption-too-long` and
   * `message.not-found`.
   */
  async of(chat: Pick<ChatView, 'id' | 'accountId'>, request: SendMessageDto): Promise<OperatorContent> {
    if (chat.accountId === WEB_ACCOUNT_ID) refuseOffWeb(request);
    const content = await this.contentOf(request);
    if (!request.reply_to) return { content };
    if (!this.connector.capabilities.quotes) throw notPossible('quotes');
    return { content, quotedId: await this.messages.externalIdOf(chat.id, request.reply_to) };
  }

  private async contentOf({ text, media, template }: SendMessageDto): Promise<OutboundContent> {
    if (media && !template) return this.mediaOf(media, text ?? '');
    if (template && !media && text === undefined) {
      if (!this.connector.capabilities.templates) throw notPossible('templates');
      const { name, language, parameters = [] } = template;
      return { kind: 'template', name, language, parameters };
    }
    if (typeof text !== 'string' || media || template) throw notOneContent();
    return { kind: 'text', text };
  }

  private async mediaOf({ data, mime_type, file_name }: SendMediaDto, caption: string): Promise<OutboundContent> {
    if (!this.connector.capabilities.media) throw notPossible('attachments');
    if (caption.length > MAX_CAPTION) throw captionTooLong(MAX_CAPTION);
    const bytes = Buffer.from(data, 'base64');
    const { mediaMaxBytes } = this.config;
    if (bytes.length > mediaMaxBytes) throw mediaTooLarge(mediaMaxBytes);
    const mimeType = await mediaTypeOf(bytes, mime_type);
    return { kind: 'media', mimeType, data: bytes, caption, ...(file_name && { fileName: file_name }) };
  }
}

/** Its last gate would drop them, when nobody hears of it any more. */
function refuseOffWeb({ media, template }: SendMessageDto): void {
  if (media) throw notOnWeb('attachments');
  if (template) throw notOnWeb('templates');
}
