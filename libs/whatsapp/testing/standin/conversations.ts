import type { MessageTarget } from './stand-in-message.js';
import type { WireMessage } from './wire.js';

/** What the phones know of each chat: every message, both ways, and what was read. */
export class Conversations {
  private readonly chats = new Map<string, Map<string, WireMessage>>();
  private readonly unread = new Map<string, string[]>();

  /** The latest under an id counts, also where two people used it: see `find`. */
  add(message: WireMessage): void {
    const chat = this.chats.get(message.chat) ?? new Map<string, WireMessage>();
    this.chats.set(message.chat, chat);
    if (!message.fromMe && !chat.has(nameOf(message))) {
      const unread = this.unread.get(message.chat);
      if (unread) unread.push(message.id);
      else this.unread.set(message.chat, [message.id]);
    }
    chat.set(nameOf(message), message);
    chat.set(message.id, message);
  }

  find({ chat, id, author }: MessageTarget): WireMessage | undefined {
    return this.chats.get(chat)?.get(author === undefined ? id : `${id} ${author}`);
  }

  /** Ids that became read by reading a chat up to now. */
  readAll(chat: string): readonly string[] {
    const ids = this.unread.get(chat) ?? [];
    this.unread.delete(chat);
    return ids;
  }
}

function nameOf({ id, author }: WireMessage): string {
  return `${id} ${author ?? ''}`;
}
