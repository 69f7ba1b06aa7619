import type { PageWindow } from './page-window.js';

declare const window: PageWindow;

export interface MessageName {
  readonly chatId: string;
  readonly id: string;
}

/** Runs in the page: how far a message of ours came, null when the page does not know it; and in which document that was found out. */
export async function lookUpMessage({ chatId, id }: MessageName): Promise<{ document: string; ack: number | null }> {
  const { secretary } = window;
  if (!secretary?.findMessage) throw new Error('The page is not ready.');
  const message = await secretary.findMessage(chatId, id, true);
  return { document: secretary.document, ack: message ? (message.ack ?? 0) : null };
}

/** Runs in the page: the key of a message as text; null when the page does not know it. */
export async function keyOfMessage({ chatId, id }: MessageName): Promise<string | null> {
  const message = await window.secretary?.findMessage?.(chatId, id);
  return message?.id.toString() ?? null;
}

/** Runs in the page: marks a chat as read, when at least one of those messages is there. */
export async function markChatRead({
  chatId,
  ids,
}: {
  readonly chatId: string;
  readonly ids: readonly string[];
}): Promise<void> {
  for (const id of ids) {
    const message = await window.secretary?.findMessage?.(chatId, id, false);
    if (!message) continue;
    await window.WWebJS.sendSeen(message.id.remote._serialized);
    return;
  }
}

/** Runs in the page: puts our reaction on a message, or takes it back with ''. */
export async function reactTo({ chatId, id, emoji }: MessageName & { readonly emoji: string }): Promise<boolean> {
  const message = await window.secretary?.findMessage?.(chatId, id);
  if (!message) return false;
  await window.require('WAWebSendReactionMsgAction').sendReactionToMsg(message, emoji);
  return true;
}

/** Runs in the page: shows or hides "typing…" in the chat. */
export async function showTyping({ chatId, on }: { readonly chatId: string; readonly on: boolean }): Promise<void> {
  await window.WWebJS.sendChatstate(on ? 'typing' : 'stop', chatId);
}
