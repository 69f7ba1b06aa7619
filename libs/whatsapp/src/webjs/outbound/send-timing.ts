/** How long a send may take, in ms. */
export interface SendTiming {
  /** Until WhatsApp's page has taken it over: later it does not, and the message surely was not sent. */
  readonly handOverMs: number;
  /** The same for an attachment, which is encrypted and uploaded before. */
  readonly mediaHandOverMs: number;
  /** From there until the server's answer. */
  readonly answerMs: number;
  /** For the way between us and the page. */
  readonly marginMs: number;
}

export const SEND_TIMING: SendTiming = {
  handOverMs: 10_000,
  mediaHandOverMs: 60_000,
  answerMs: 20_000,
  marginMs: 3_000,
};
