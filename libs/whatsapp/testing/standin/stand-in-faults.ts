/** Which of the coming sends: the next n (`Infinity`: all), all (`true`), or each message's first try. */
export type SendFault = boolean | number | 'first-try';

/** What goes wrong. Change them at any time; those marked "at load" hold for pages that are loaded afterwards. */
export interface StandInFaults {
  /** The field in which a message key keeps its text (at load). WhatsApp renamed `_serialized` to `$1`, which the library does not know. */
  keyField: '$1' | '_serialized';
  /** When the page says that it has synced (at load): once the library listens, before, twice, or never. */
  hasSynced: 'normal' | 'early' | 'duplicate' | 'never';
  /** How long the sync takes after that (at load). */
  syncDelayMs: number;
  /** Frames inside the page that navigate once the library is there (at load). */
  iframes: number;
  /** How a refused send looks in the page (at load): the promise rejects, or gives a result that isn't OK. */
  failure: 'throws' | 'result';
  /** How long a QR is good for (at load). */
  qrRotationMs: number;
  /** The server refuses the message; nobody gets it. */
  failSend: SendFault;
  /** The message is delivered, and the page never hears of it. */
  loseAck: SendFault;
  /** How long a message is on its way to the server; it arrives even when the page is gone by then. */
  sendDelayMs: number;
  /** How far messages of ours get by themselves, and how long after the server's own ack 1. */
  acks: 1 | 2 | 3;
  ackDelayMs: number;
  /** A page that connects gets what it missed only so long after it was told that it is up to date. */
  offlineBacklogDelayMs: number;
  /** Attachments: there, no longer there, or the download breaks. */
  media: 'there' | 'gone' | 'broken';
  /** What a page has confirmed is never given again, not even to its profile of before (at load). Otherwise the page's own word counts. */
  forgetDelivered: boolean;
}

export function noFaults(): StandInFaults {
  return {
    keyField: '$1',
    hasSynced: 'normal',
    syncDelayMs: 0,
    iframes: 0,
    failure: 'throws',
    qrRotationMs: 20_000,
    failSend: false,
    loseAck: false,
    sendDelayMs: 0,
    acks: 3,
    ackDelayMs: 20,
    offlineBacklogDelayMs: 0,
    media: 'there',
    forgetDelivered: false,
  };
}
