import type { MessageKind } from '../../port/incoming-message.js';

const KINDS: Readonly<Record<string, MessageKind>> = {
  chat: 'text',
  image: 'image',
  video: 'video',
  ptv: 'video',
  ptt: 'voice',
  audio: 'audio',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  vcard: 'contact',
  multi_vcard: 'contact',
  poll_creation: 'poll',
  call_log: 'call',
  e2e_notification: 'system',
  notification: 'system',
  notification_template: 'system',
  group_notification: 'system',
  broadcast_notification: 'system',
  gp2: 'system',
  protocol: 'system',
};
const WITH_MEDIA: readonly MessageKind[] = ['image', 'video', 'voice', 'audio', 'document', 'sticker'];

/** Our word for WhatsApp's type of a message. */
export function kindOf(type: string): MessageKind {
  return Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'unknown') : 'unknown';
}

export function hasMedia(kind: MessageKind): boolean {
  return WITH_MEDIA.includes(kind);
}
