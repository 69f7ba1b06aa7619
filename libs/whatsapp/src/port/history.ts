import type { Ack } from './ack.js';
import type { ChatKind } from './chat-kind.js';
import type { IncomingMessage } from './incoming-message.js';

/** A message as the account has it now: `text` is what it says since it was edited last. `live` is false. */
export interface HistoryMessage extends IncomingMessage {
  /** When it was edited last; left out for one that never was. */
  readonly editedAt?: Date;
  /** It was deleted for everybody: its text is gone. */
  readonly revoked: boolean;
  /** How far it got; only for what we or the owner wrote. */
  readonly ack?: Ack;
}

/** Which part of a chat's history is asked for. */
export interface HistoryQuery {
  readonly chatId: string;
  /** `next` of the page before; the latest messages when left out. Good also after a restart. */
  readonly before?: string;
  /** Nothing that was sent earlier. */
  readonly after?: Date;
  /** Most messages of the page. */
  readonly limit: number;
}

/** A page of history. Pages go back in time, and each is in order: its oldest message first. */
export interface HistoryPage {
  readonly messages: readonly HistoryMessage[];
  /** Where the earlier page begins; null when there is nothing earlier. */
  readonly next: string | null;
}

/** A chat that the account has. */
export interface ChatSummary {
  readonly id: string;
  /** The other address of the same person: their LID, or their phone's id. */
  readonly otherId?: string;
  readonly kind: ChatKind;
  readonly name?: string;
  /** When something last happened there, where WhatsApp says so. */
  readonly lastAt?: Date;
}
