import { hash } from 'node:crypto';

import { chatKindOf, directChatIdOf } from '#whatsapp';
import type { ChatKind } from '#whatsapp';

import { notDirect, unnamedChat } from './import.errors.js';

/** The chat that an export belongs to, in the words of the history writer. */
export interface ChatOfExport {
  readonly externalId: string;
  readonly kind: ChatKind;
  readonly name: string;
}

/** What the operator said about the chat. */
export interface ChosenChat {
  /** WhatsApp's id of the chat, or a phone. */
  readonly chatId?: string;
  readonly chatName?: string;
}

// "WhatsApp Chat with Ana.txt", "WhatsApp Chat - Ana.zip", "Chat de WhatsApp con Ana.txt", "Discussion WhatsApp avec Ana.txt" …
// What browsers add to a name that there is already is no part of it, nor is the time of our own exports.
const FILE_NAME =
  /whatsapp.*?\s(?:with|con|com|avec|mit|-)\s(?<name>.+?)(?:\s?\(\d{8}-\d{9}\))?(?:\s?\(\d+\))?\.(?:txt|zip)$/i;
const PHONE = /^\+?[\d\s().\-\u2011]{7,24}$/;

/** Reads a `chat` field: a WhatsApp chat id or a phone says which chat it is, anything else names it. */
export function chosenChat(chat: string | undefined): ChosenChat {
  if (!chat?.trim()) return {};
  return chat.includes('@') || PHONE.test(chat.trim()) ? { chatId: chat.trim() } : { chatName: chat.trim() };
}

/**
 * Which chat an export belongs to. Without an id from the operator it gets one made from its name, so that a later export
 * of the same chat finds it again. Throws `import.chat-unknown` and `import.not-direct`.
 */
export function chatOfExport(
  chosen: ChosenChat,
  fileNames: readonly string[],
  others: readonly string[],
): ChatOfExport {
  const name = chosen.chatName ?? nameInFile(fileNames) ?? (others.length === 1 ? others[0] : undefined);
  const externalId = chosen.chatId === undefined ? undefined : (phoneChatId(chosen.chatId) ?? chosen.chatId);
  if (externalId !== undefined) {
    const kind = chatKindOf(externalId);
    if (kind !== 'direct' && kind !== 'group') throw unnamedChat();
    if (kind === 'direct' && others.length > 1) throw notDirect();
    return { externalId, kind, name: name ?? externalId };
  }
  if (name === undefined) throw unnamedChat();
  return { externalId: idFromName(name), kind: others.length > 1 ? 'group' : 'direct', name };
}

/** Who an author is, outside of this file. A direct chat's other person is the one whom the chat's id names. */
export function senderId(author: string, chat: ChatOfExport): string {
  if (chat.kind === 'direct') return chat.externalId;
  return phoneChatId(author) ?? idFromName(author);
}

function nameInFile(fileNames: readonly string[]): string | undefined {
  for (const fileName of fileNames) {
    const name = FILE_NAME.exec(fileName.normalize('NFC'))?.groups?.name?.trim();
    if (name) return name;
  }
  return undefined;
}

function phoneChatId(phone: string): string | null {
  return PHONE.test(phone) ? directChatIdOf(phone.replace(/\D/g, '')) : null;
}

function idFromName(name: string): string {
  return `import:${hash('sha256', name, 'base64url').slice(0, 24)}@import`;
}
