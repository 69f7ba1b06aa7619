import type { ChatKind } from './chat-kind.js';
import type { MediaInfo } from './media.js';

export type MessageKind =
  | 'text'
  | 'image'
  | 'video'
  | 'voice'
  | 'audio'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'poll'
  | 'call'
  | 'system'
  | 'unknown';

/** Who wrote a message. In a group this is the participant, never the group. */
export interface MessageSender {
  /** WhatsApp's id of the person: `34600000001@c.us` or `…@lid`. */
  readonly id: string;
  /** +E.164, when WhatsApp shows it. */
  readonly phone?: string;
  readonly lid?: string;
  /** The name the person gave themselves. */
  readonly name?: string;
}

/** One observed message, ours from another device included. The same id may come any number of times. */
export interface IncomingMessage {
  readonly id: string;
  readonly chat: { readonly id: string; readonly kind: ChatKind; readonly name?: string };
  readonly sender: MessageSender;
  readonly fromMe: boolean;
  readonly kind: MessageKind;
  /**
   * Body or caption, cleaned (no NUL, no lone surrogate); '' when there is none. A poll is its question and options a line each, a location its
   * place in words and coordinates, a contact card its names and phones.
   */
  readonly text: string;
  readonly sentAt: Date;
  /** False for what comes from history or is caught up after an outage. */
  readonly live: boolean;
  /** Only when there is an attachment; get it with `downloadMedia`. */
  readonly media?: MediaInfo;
  readonly quoted?: { readonly id: string; readonly fromMe: boolean };
  /** WhatsApp ids of those mentioned. */
  readonly mentions: readonly string[];
  readonly mentionsMe: boolean;
}
