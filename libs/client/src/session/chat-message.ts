import type { Message } from '../socket/chat-events.js';

/** A message on the screen. `sending` and `failed` are of this page only: the server does not have it yet, or refused it. */
export interface ChatMessage extends Omit<Message, 'status'> {
  readonly status: Message['status'] | 'sending' | 'failed';
  /** Why it failed. */
  readonly failure?: Error;
}
