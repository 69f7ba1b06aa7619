/** What happens to a connection. */
export type LinkSignal =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  /** A start came to nothing. */
  | { readonly type: 'start-failed'; readonly reason: string; readonly kind: 'launch' | 'page' | 'hopeless' }
  | { readonly type: 'qr'; readonly text: string }
  | { readonly type: 'code'; readonly code: string }
  /** How WhatsApp's own page is connected, in its words: CONNECTED, OPENING, UNPAIRED, … */
  | { readonly type: 'socket'; readonly state: string }
  /** The page went on to another document: everything in it begins anew. */
  | { readonly type: 'document' }
  | { readonly type: 'ready' }
  /** The phone, or WhatsApp, has unlinked the account. */
  | { readonly type: 'logged-out' }
  /** The page or its browser is gone, or of no use. */
  | { readonly type: 'lost'; readonly reason: string }
  | { readonly type: 'probed'; readonly probe: Probe }
  /** Time has passed. */
  | { readonly type: 'tick' };

/** How the page is, asked by the watchdog. */
export interface Probe {
  /** The page's own word for its connection; null when it did not answer. */
  readonly socket: string | null;
  /** Private memory of the browser in bytes. */
  readonly memory: number;
  /** Since the last message, in or out, in ms. */
  readonly idle: number;
}

/** What is to be done about it, in this order. */
export type LinkAction =
  /** Launch a browser and begin. */
  | 'open'
  /** End the browser. */
  | 'close'
  /** Delete the session: it is worth nothing any more. */
  | 'forget'
  /** Tell the library that the page has synced: it may have missed it. */
  | 'nudge'
  | 'refresh-qr'
  /** Look for what was missed. */
  | 'catch-up';
