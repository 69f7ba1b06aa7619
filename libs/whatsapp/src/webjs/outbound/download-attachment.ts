import type { MediaContent } from '../../port/media.js';
import type { AccountLink } from '../link/account-link.js';
import { keyOfMessage, type MessageName } from '../page/message-tools.js';

/** An attachment as the library downloads and deciphers it; null when there is none, or no longer. */
export async function downloadAttachment(link: AccountLink, name: MessageName): Promise<MediaContent | null> {
  const key = await link.page.call(keyOfMessage, name);
  const message = key === null ? null : await link.client.getMessageById(key);
  if (key === null || !message?.hasMedia) return null;
  // The library asks the page by this field, which WhatsApp does not send any more.
  message.id._serialized = key;
  const media = await message.downloadMedia();
  return media ? { mimeType: media.mimetype, data: Buffer.from(media.data, 'base64') } : null;
}
