import type { Ack } from './ack.js';
import type { ConnectionStatus } from './connection-status.js';
import type { IncomingMessage } from './incoming-message.js';

/** What an account observes. `id` is always WhatsApp's message id, `chatId` WhatsApp's chat id. */
export type WhatsAppEvent =
  | {
      readonly type: 'message';
      readonly message: IncomingMessage;
      /** It was given before, when it could not be deciphered: this is what it says. */
      readonly decipheredAtLast?: true;
    }
  | { readonly type: 'ack'; readonly chatId: string; readonly id: string; readonly ack: Ack; readonly at: Date }
  | { readonly type: 'edit'; readonly chatId: string; readonly id: string; readonly text: string; readonly at: Date }
  | { readonly type: 'revoke'; readonly chatId: string; readonly id: string; readonly at: Date }
  /** Somebody's reaction to a message; '' takes it back. */
  | {
      readonly type: 'reaction';
      readonly chatId: string;
      readonly id: string;
      readonly senderId: string;
      readonly fromMe: boolean;
      readonly emoji: string;
      readonly at: Date;
    }
  /** People came into a group or left it. */
  | {
      readonly type: 'membership';
      readonly chatId: string;
      readonly change: 'join' | 'leave';
      readonly memberIds: readonly string[];
      readonly at: Date;
    }
  | { readonly type: 'status'; readonly status: ConnectionStatus };

/**
 * Takes one event. The adapter waits for it and, when it rejects, gives a message again later: resolve only when the message is kept.
 * Up to a few hundred calls for different chats may be under way at once; within a chat they come one after another.
 */
export type WhatsAppListener = (event: WhatsAppEvent) => Promise<void>;
