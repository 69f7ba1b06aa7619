import type { ConnectionState, Linking } from '../../port/connection-status.js';

/** What a connection knows of itself. Times in ms on a clock that never goes back. */
export interface LinkState {
  readonly state: ConnectionState;
  readonly reason: string | null;
  readonly linking?: Linking;
  /** What must have happened by then. */
  readonly deadline: LinkDeadline | null;
  /** Whether this document is ready, though its line may be lost. */
  readonly isPageReady: boolean;
  /** Since when this browser runs. */
  readonly openedAt: number;
  readonly readySince: number | null;
  /** Starts in a row that came to nothing; and those of them in which no browser came up. */
  readonly failures: number;
  readonly launchFailures: number;
  readonly isNudged: boolean;
  readonly missedProbes: number;
  readonly codeUntil: number;
}

export interface LinkDeadline {
  readonly what: 'started' | 'paired' | 'synced' | 'line-back' | 'try-again';
  readonly at: number;
}

export const STOPPED_LINK: LinkState = {
  state: 'STOPPED',
  reason: null,
  deadline: null,
  isPageReady: false,
  openedAt: 0,
  readySince: null,
  failures: 0,
  launchFailures: 0,
  isNudged: false,
  missedProbes: 0,
  codeUntil: 0,
};
