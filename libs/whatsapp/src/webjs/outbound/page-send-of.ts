import { WEBJS_CAPABILITIES } from '../webjs-capabilities.js';
import { chatKindOf } from '../../port/chat-kind.js';
import type { OutboundContent, OutboundMessage } from '../../port/outbound-message.js';
import { sendRejected } from '../../port/whatsapp.errors.js';
import { cleanText } from '#kernel';

import type { PageSend } from '../page/send-message.js';

/** The longest text that WhatsApp's clients send, in UTF-16 units. */
const LONGEST_TEXT = WEBJS_CAPABILITIES.longestText;
/** What WhatsApp shows in the chat by itself; everything else goes as a document. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|video\/(mp4|3gpp|quicktime)|audio\/)/;

export type PageContent = Pick<PageSend, 'id' | 'chatId' | 'text' | 'quotedId' | 'media'>;

/** The message as our function in the page takes it. Throws `whatsapp.send-rejected` for what can never be sent. */
export function pageSendOf({ id, chatId, content, quotedId }: OutboundMessage): PageContent {
  const kind = chatKindOf(chatId);
  if (kind !== 'direct' && kind !== 'group') throw sendRejected('only people and groups are written to');
  return { id, chatId, quotedId, ...bodyOf(content) };
}

function bodyOf(content: OutboundContent): Pick<PageContent, 'text' | 'media'> {
  switch (content.kind) {
    case 'text':
      return { text: textOf(content.text) };
    case 'media': {
      const { mimeType, data, fileName, caption } = content;
      if (data.length === 0) throw sendRejected('the attachment is empty');
      const media = {
        data: data.toString('base64'),
        mimeType,
        fileName: fileName ?? `file.${mimeType.split('/')[1]?.split(/[;+]/)[0] ?? 'bin'}`,
        asDocument: !SHOWN.test(mimeType),
      };
      return { text: textOf(caption), media };
    }
    case 'template':
      throw sendRejected('this connector has no templates');
  }
}

function textOf(text: string): string {
  const clean = cleanText(text);
  if (clean.length > LONGEST_TEXT) throw sendRejected(`it is longer than ${LONGEST_TEXT} characters`);
  return clean;
}
