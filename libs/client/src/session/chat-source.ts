import type { Message } from '../socket/chat-events.js';
import type { ChatSocket } from '../socket/chat-socket.js';

export interface MessagePage {
  /** Newest first. */
  readonly messages: readonly Message[];
  readonly nextCursor: string | null;
}

/** What a session needs of the server. */
export interface ChatSource {
  readonly socket: ChatSocket;
  messages(id: string, query?: { readonly limit?: number; readonly cursor?: string }): Promise<MessagePage>;
  markRead(id: string): Promise<unknown>;
}
