import { directChatIdOf } from '../../port/phone-chat-id.js';
import { textIn, type Json } from '../json.js';

/**
 * The chat that a message belongs to. A group, and a person who shows a user name in place of a number, cannot be answered here: their
 * chats get ids of a kind that is stored and never answered.
 */
export function addressOf(message: Json, contact: Json): string {
  const group = textIn(message, 'group_id');
  if (group) return `${group}@cloud-group`;
  const user = textIn(message, 'from_user_id') || textIn(contact, 'user_id');
  return (
    directChatIdOf(textIn(contact, 'wa_id')) ??
    directChatIdOf(textIn(message, 'from')) ??
    (user ? `${user}@cloud-user` : 'unknown@cloud-user')
  );
}
