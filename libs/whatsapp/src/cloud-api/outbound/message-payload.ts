import { CLOUD_API_CAPABILITIES } from '../cloud-api-capabilities.js';
import { cleanText } from '#kernel';

import type { OutboundContent } from '../../port/outbound-message.js';
import { sendRejected } from '../../port/whatsapp.errors.js';
import type { Json } from '../json.js';
import { mediaKindOf, type GraphMediaKind } from './media-kind.js';

/** The longest that WhatsApp takes, in UTF-16 units. */
const LONGEST_TEXT = CLOUD_API_CAPABILITIES.longestText;
const LONGEST_CAPTION = 1_024;

/** An attachment that WhatsApp has already, under the id that it gave to it. */
export interface UploadedMedia {
  readonly id: string;
  readonly kind: GraphMediaKind;
}

/** As what the attachment is sent, or null when there is none. Throws `whatsapp.send-rejected` for what WhatsApp would never take. */
export function checkContent(content: OutboundContent): GraphMediaKind | null {
  switch (content.kind) {
    case 'text':
      if (content.text.length > LONGEST_TEXT) throw sendRejected(`it is longer than ${LONGEST_TEXT} characters`);
      return null;
    case 'template':
      return null;
    case 'media': {
      const { mimeType, data, caption } = content;
      if (caption.length > LONGEST_CAPTION)
        throw sendRejected(`its caption is longer than ${LONGEST_CAPTION} characters`);
      const kind = mediaKindOf(mimeType, data.length, caption);
      if (!kind) throw sendRejected('the file is larger than 100 MB');
      return kind;
    }
  }
}

/** The part of a request that says what is sent. */
export function payloadOf(content: OutboundContent, media: UploadedMedia | null): Json {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: cleanText(content.text) } };
    case 'template':
      return { type: 'template', template: templateOf(content) };
    case 'media': {
      const { kind, id } = media ?? { kind: 'document', id: '' };
      const caption = cleanText(content.caption);
      const fileName = kind === 'document' && content.fileName ? cleanText(content.fileName) : undefined;
      return { type: kind, [kind]: { id, ...(caption && { caption }), ...(fileName && { filename: fileName }) } };
    }
  }
}

function templateOf({ name, language, parameters }: Extract<OutboundContent, { kind: 'template' }>): Json {
  const body = { type: 'body', parameters: parameters.map((text) => ({ type: 'text', text: cleanText(text) })) };
  return { name, language: { code: language }, ...(parameters.length > 0 && { components: [body] }) };
}
