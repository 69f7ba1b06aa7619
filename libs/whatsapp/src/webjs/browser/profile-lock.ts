/** What is known of a profile's `SingletonLock`, a link to `<host>-<pid>` that Chromium makes and leaves behind when it is killed. */
export interface LockSight {
  /** Where the link points; null when there is no lock. */
  readonly target: string | null;
  readonly host: string;
  /** Whether a browser runs here on this very profile, under that number. */
  readonly runsHere: (pid: number) => boolean;
  /** Whether the process of ours that used the profile on that host is proven to be dead. */
  readonly isOwnerDead: (host: string) => boolean;
}

export type LockVerdict = 'free' | 'stale' | { readonly heldBy: string };

/** Whether the profile may be used: never while its owner may be alive. */
export function judgeLock({ target, host, runsHere, isOwnerDead }: LockSight): LockVerdict {
  if (target === null) return 'free';
  const dash = target.lastIndexOf('-');
  const owner = target.slice(0, dash);
  const pid = Number(target.slice(dash + 1));
  if (dash < 1 || !Number.isInteger(pid)) return 'stale';
  if (owner === host) return runsHere(pid) ? { heldBy: `process ${pid} of this machine` } : 'stale';
  return isOwnerDead(owner) ? 'stale' : { heldBy: `process ${pid} on ${owner}` };
}
