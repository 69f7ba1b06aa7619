import { cleanText } from '#kernel';

import type { ConversationMessageType } from './conversation-message.js';
import { messageEmpty, messageTooLong, messageTypeUnsupported } from './web-message.errors.js';

export interface NewWebMessage {
  readonly content: string;
  readonly type?: ConversationMessageType;
  /** The client's own name for it: the same one again sends nothing. */
  readonly clientId?: string;
}

/** The text as it will be stored. @throws AppError `message.type-unsupported`, `message.empty`, `message.too-long` */
export function textToSend({ content, type = 'text' }: NewWebMessage, most: number): string {
  if (type !== 'text') throw messageTypeUnsupported();
  const text = cleanText(content);
  if (text.trim() === '') throw messageEmpty();
  if (text.length > most) throw messageTooLong(most);
  return text;
}
