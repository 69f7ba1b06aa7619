/** How patient a connection is, and when its browser is started anew. Times in ms, memory in bytes. */
export interface LinkPolicy {
  /** From the launch until the page shows a QR or is connected. */
  readonly startMs: number;
  /** From the scan of the QR until the page is connected. */
  readonly pairMs: number;
  /** From connected to synced; then a nudge, and as long again. */
  readonly syncMs: number;
  /** How long the page may look for the line by itself. */
  readonly lineMs: number;
  /** How often the page is asked how it is, and how long it may take to answer. */
  readonly probeEveryMs: number;
  readonly probeMs: number;
  /** Waits between starts: doubling, with jitter. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Ready for so long, and the waits begin small again. */
  readonly healthyMs: number;
  /** Tries to launch a browser that never comes up. */
  readonly mostLaunches: number;
  /** How long a pairing code is shown instead of a QR. */
  readonly codeMs: number;
  /** Private memory of all its processes; 0 for any. */
  readonly memoryLimit: number;
  /** Age at which a browser is started anew as soon as nothing goes on; 0 for never. */
  readonly recycleAfterMs: number;
  readonly idleMs: number;
}

const MINUTE = 60_000;

export const LINK_POLICY: LinkPolicy = {
  startMs: MINUTE,
  pairMs: 2 * MINUTE,
  syncMs: MINUTE,
  lineMs: 2 * MINUTE,
  probeEveryMs: 30_000,
  probeMs: 10_000,
  firstWaitMs: 2_000,
  longestWaitMs: 5 * MINUTE,
  healthyMs: 5 * MINUTE,
  mostLaunches: 5,
  codeMs: 2 * MINUTE,
  memoryLimit: 0,
  recycleAfterMs: 0,
  idleMs: MINUTE,
};
