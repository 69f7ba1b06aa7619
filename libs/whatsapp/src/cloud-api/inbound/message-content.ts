import type { MessageKind } from '../../port/incoming-message.js';
import type { MediaInfo } from '../../port/media.js';
import { objectIn, objectsIn, textIn, type Json } from '../json.js';

/** What somebody wrote, in the port's words. */
export interface MessageContent {
  readonly kind: MessageKind;
  readonly text: string;
  readonly media?: MediaInfo;
}

/** Reads a message of the webhook by its type. One that we don't know is `unknown`. */
export function contentOfMessage(message: Json): MessageContent {
  const type = textIn(message, 'type');
  const part = objectIn(message, type);
  switch (type) {
    case 'text':
      return { kind: 'text', text: textIn(part, 'body') };
    case 'image':
    case 'video':
    case 'document':
    case 'sticker':
      return { kind: type, text: textIn(part, 'caption'), media: mediaOf(part) };
    case 'audio':
      return { kind: part.voice === true ? 'voice' : 'audio', text: '', media: mediaOf(part) };
    case 'location':
      return { kind: 'location', text: locationText(part) };
    case 'contacts':
      return { kind: 'contact', text: objectsIn(message, 'contacts').map(cardText).join('\n') };
    case 'button':
      return { kind: 'text', text: textIn(part, 'text') };
    case 'interactive':
      return { kind: 'text', text: choiceText(part) };
    case 'system':
      return { kind: 'system', text: textIn(part, 'body') };
    case 'order':
      return { kind: 'unknown', text: textIn(part, 'text') };
    default:
      return { kind: 'unknown', text: '' };
  }
}

function mediaOf(part: Json): MediaInfo {
  const fileName = textIn(part, 'filename');
  return {
    mimeType: textIn(part, 'mime_type') || 'application/octet-stream',
    ...(fileName && { fileName }),
    viewOnce: false,
  };
}

function locationText(part: Json): string {
  const place = [textIn(part, 'name'), textIn(part, 'address')].filter((text) => text !== '').join(', ');
  const coordinates = `${textIn(part, 'latitude')}, ${textIn(part, 'longitude')}`;
  return place ? `${place} (${coordinates})` : coordinates;
}

function cardText(card: Json): string {
  const phones = objectsIn(card, 'phones').map((phone) => textIn(phone, 'phone'));
  return [textIn(objectIn(card, 'name'), 'formatted_name'), ...phones].filter((text) => text !== '').join(', ');
}

/** The button or list row that was chosen, or what a form says of itself. */
function choiceText(part: Json): string {
  const choice = objectIn(part, textIn(part, 'type'));
  return textIn(choice, 'title') || textIn(choice, 'body');
}
