import type { MessageRef } from '../../port/account-memory.js';
import type { IncomingMessage } from '../../port/incoming-message.js';

/** A message as the account's memory names it: one id may occur under two participants where several write, not of our own. */
export function refOf({ id, chat, sender, fromMe }: IncomingMessage): MessageRef {
  return { id, chatId: chat.id, participant: chat.kind === 'direct' || fromMe ? '' : sender.id };
}
