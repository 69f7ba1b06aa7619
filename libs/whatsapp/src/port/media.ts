/** What WhatsApp says about an attachment before it is downloaded. */
export interface MediaInfo {
  /** As the sender claims it; check it against the content. */
  readonly mimeType: string;
  readonly fileName?: string;
  /** Bytes, when known. */
  readonly size?: number;
  /** Meant to be seen once: its content is not kept. */
  readonly viewOnce: boolean;
}

/** A downloaded attachment. */
export interface MediaContent {
  readonly mimeType: string;
  readonly data: Buffer;
}
