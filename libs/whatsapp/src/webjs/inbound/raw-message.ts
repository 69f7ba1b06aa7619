/** An address as the page gives it: text, or a model that was turned into JSON. */
export type RawAddress = string | { readonly _serialized?: string; readonly user?: string; readonly server?: string };

export interface RawKey {
  readonly fromMe: boolean;
  readonly remote: RawAddress;
  readonly id: string;
  readonly participant?: RawAddress;
}

/** WhatsApp's model of a message, as the library serialises it. Whatever is there may be missing or of another kind. */
export interface RawMessage {
  readonly id: RawKey;
  readonly type: string;
  readonly subtype?: string;
  readonly body?: string;
  readonly caption?: string;
  /** Seconds since 1970. */
  readonly t: number;
  readonly ack?: number;
  readonly from?: RawAddress;
  readonly author?: RawAddress;
  readonly notifyName?: string;
  readonly quotedStanzaID?: string;
  readonly quotedParticipant?: RawAddress;
  readonly mentionedJidList?: readonly RawAddress[];
  readonly recipients?: readonly RawAddress[];
  readonly mimetype?: string;
  readonly filename?: string;
  readonly size?: number;
  readonly directPath?: string;
  readonly isViewOnce?: boolean;
  readonly lat?: number;
  readonly lng?: number;
  readonly loc?: string;
  readonly vcardList?: readonly { readonly vcard?: string }[];
  readonly pollName?: string;
  readonly pollOptions?: readonly { readonly name?: string }[];
  readonly latestEditMsgKey?: unknown;
  readonly latestEditSenderTimestampMs?: number;
  readonly protocolMessageKey?: RawKey;
}
