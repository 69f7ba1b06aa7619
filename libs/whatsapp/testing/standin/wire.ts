/** What the server and the page say to each other. Chats and people are WhatsApp's ids as text. */

export interface WireMessage {
  readonly chat: string;
  readonly id: string;
  readonly fromMe: boolean;
  /** Who wrote it, in a group and in a status. */
  readonly author?: string;
  /** As WhatsApp names it: `chat`, `image`, `ptt`, … */
  readonly type: string;
  /** Seconds since 1970. */
  readonly t: number;
  readonly ack: number;
  /** The other fields of WhatsApp's message model: `body`, `caption`, `directPath`, `quotedStanzaID`, … */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface WireTarget {
  readonly chat: string;
  readonly id: string;
  /** Only where one id was used by two people. */
  readonly author?: string;
}

export interface WirePerson {
  /** The phone's id: `34600000001@c.us`. */
  readonly pn?: string;
  readonly lid?: string;
  /** What they call themselves. */
  readonly pushname?: string;
  /** What the owner's address book calls them. */
  readonly name?: string;
}

export interface WireGroup {
  readonly id: string;
  readonly subject: string;
  readonly members: readonly string[];
}

/** What is kept for pages that are away. */
export type PageEvent =
  | { readonly kind: 'message'; readonly message: WireMessage }
  | { readonly kind: 'decrypted'; readonly message: WireMessage }
  | { readonly kind: 'ack'; readonly target: WireTarget; readonly ack: number }
  | { readonly kind: 'edit'; readonly target: WireTarget; readonly body: string; readonly t: number }
  | { readonly kind: 'revoke'; readonly target: WireTarget }
  | {
      readonly kind: 'reaction';
      readonly target: WireTarget;
      readonly from: string;
      readonly emoji: string;
      readonly t: number;
    }
  | {
      readonly kind: 'vote';
      readonly target: WireTarget;
      readonly from: string;
      readonly options: readonly number[];
      readonly t: number;
    }
  | { readonly kind: 'person'; readonly person: WirePerson }
  | { readonly kind: 'group'; readonly group: WireGroup };

/** What only a page that is there hears. */
export type PageSignal =
  | { readonly kind: 'paired'; readonly session: WireSession }
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'logout' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'freeze' }
  | { readonly kind: 'sync' }
  | { readonly kind: 'call'; readonly call: WireCall };

export interface WireCall {
  readonly id: string;
  readonly from: string;
  readonly isVideo: boolean;
  readonly isGroup: boolean;
}

/** Who the page is once a phone has linked it. */
export interface WireSession {
  readonly device: string;
  readonly pn: string;
  readonly lid: string;
  readonly pushname: string;
}

/** One frame of the feed. */
export type Frame =
  | { readonly events: readonly PageEvent[]; readonly from: number; readonly history: number }
  | { readonly caughtUp: true }
  | { readonly signal: PageSignal };

/** What the server says to a send. `silence`: it was delivered, and nobody tells. */
export type SendVerdict = 'accepted' | 'refused' | 'silence';

/** How this page behaves; settled when it is loaded. */
export interface PageSettings {
  readonly keyField: string;
  readonly hasSynced: 'normal' | 'early' | 'duplicate' | 'never';
  readonly syncDelayMs: number;
  readonly iframes: number;
  readonly failure: 'throws' | 'result';
  readonly qrRotationMs: number;
  readonly confirms: boolean;
}
