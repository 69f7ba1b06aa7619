/** Something that somebody writes. Everything but the writer or the chat has a default. */
export interface StandInMessage {
  /** Who writes: +E.164, or an id (`…@c.us`, `…@lid`). */
  readonly from?: string;
  /** Where: the direct chat of the writer when left out. */
  readonly chat?: string;
  /** The owner wrote it on the phone itself, in `chat`. */
  readonly fromMe?: boolean;
  /** Given again under the same id, it is delivered again. */
  readonly id?: string;
  /** Now when left out; may be any time, also 0. */
  readonly at?: Date;
  /** What the writer calls themselves. */
  readonly name?: string;
  /** WhatsApp's name of the kind; told from the rest when left out. */
  readonly type?: string;
  readonly subtype?: string;
  readonly body?: string;
  readonly quotedId?: string;
  /** Ids of those mentioned. */
  readonly mentions?: readonly string[];
  readonly media?: StandInMedia;
  readonly viewOnce?: boolean;
  readonly location?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly name?: string;
    readonly address?: string;
  };
  /** vCard texts. */
  readonly cards?: readonly string[];
  readonly poll?: { readonly question: string; readonly options: readonly string[]; readonly multiple?: boolean };
  /** Whom a group's notification is about. */
  readonly recipients?: readonly string[];
  /** Further fields of WhatsApp's message model, as they are. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface StandInMedia {
  /** As the sender claims it. */
  readonly mimeType: string;
  readonly data: Buffer;
  readonly fileName?: string;
  readonly caption?: string;
  /** Bytes as the sender claims them; the real number when left out. */
  readonly size?: number;
  /** A voice message rather than an audio file. */
  readonly voice?: boolean;
  /** The server doesn't have it (any more). */
  readonly missing?: boolean;
}

/** A message that something happens to. `author` only where one id was used by two people. */
export interface MessageTarget {
  readonly chat: string;
  readonly id: string;
  readonly author?: string;
}
