/** How likely each fault is, 0 to 1, and the seed that decides which messages it strikes. */
export interface FaultScript {
  /** The same seed strikes the same message ids. */
  readonly seed: number;
  /** A phone's message is given to us twice. */
  readonly duplicate: number;
  /** A phone's message changes places with the next one of its chat. */
  readonly reorder: number;
  /** A phone's message comes late, after others of its chat. */
  readonly late: number;
  /** Our message is delivered, but we are not told. */
  readonly lostAck: number;
  /** Our message is refused and not delivered. */
  readonly failedSend: number;
  /** Our message is delivered but never read. */
  readonly unread: number;
  /** The line drops when a phone's message is about to be given to us, and comes back by itself. */
  readonly disconnect: number;
  /** The account is logged out when a phone's message is about to be given to us. */
  readonly logout: number;
}

export type Fault = Exclude<keyof FaultScript, 'seed'>;

export const NO_FAULTS: FaultScript = {
  seed: 1,
  duplicate: 0,
  reorder: 0,
  late: 0,
  lostAck: 0,
  failedSend: 0,
  unread: 0,
  disconnect: 0,
  logout: 0,
};
