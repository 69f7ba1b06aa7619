import type { MessageView } from '#messaging';
import type { ChatKind } from '#whatsapp';

/** A message as exports take it. */
export interface ExportMessage extends MessageView {
  /** +E.164, of a contact whose number is known. */
  readonly senderPhone: string | null;
}

export interface ExportedChat {
  readonly id: string;
  readonly externalId: string;
  readonly kind: ChatKind;
  /** The group's title or the contact's name, else the phone or WhatsApp's id. */
  readonly name: string;
}

/** One chat that can be read from its beginning, more than once: a page at a time, the oldest first. */
export interface Transcript {
  readonly chat: ExportedChat;
  readonly read: () => AsyncIterable<readonly ExportMessage[]>;
}

/** What of an export is not its messages. */
export interface RenderOptions {
  /** IANA zone in which times are shown. */
  readonly zone: string;
  /** How the account's own messages are signed. */
  readonly me: string;
  /** The files themselves are in the export, too: each has a name of its own, below `media/`. */
  readonly withMedia: boolean;
  /** A byte order mark before CSV: without it Excel takes UTF-8 for something else. */
  readonly bom: boolean;
  readonly exportedAt: Date;
  readonly from: Date | null;
  readonly to: Date | null;
}
