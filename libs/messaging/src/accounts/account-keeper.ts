import { endsWithin, sleep } from '#kernel';
import type { Logger } from '#telemetry';

import type { Ownership } from '../outbox/ownership.js';
import type { AccountAssignment } from './account-assignments.service.js';
import { LEASE_SECONDS, type AccountLease } from './account-lease.js';
import type { AccountSession } from './account-session.js';

/** How often a lease is renewed, and how soon a free one is noticed. */
const RENEW_MS = (LEASE_SECONDS * 1_000) / 3;
const TRY_MS = 500;
/** What fails again and again is tried less and less often. */
const MAX_PAUSE_MS = 60_000;
/** A session that is about to begin or end when we stop gets so long. */
const GRACE_MS = 3_000;

export interface KeeperParts {
  readonly open: (owner: Ownership) => Promise<AccountSession>;
  /** Told when a session could not be begun. */
  readonly failed: (owner: Ownership, error: unknown) => Promise<void>;
  readonly loggedOut: (owner: Ownership, requestedAt: Date) => Promise<void>;
  readonly logger: Logger;
}

interface Running {
  readonly session: AccountSession;
  readonly owner: Ownership;
  /** The start that it was begun for. */
  readonly startedFor: number;
}

/**
 * Looks after one account for as long as this process may: holds its lease, and runs a session while it has it. The lease is kept
 * while a session begins or ends, however long that takes.
 */
export class AccountKeeper {
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private looping: Promise<void> = Promise.resolve();
  private attending: Promise<void> | undefined;
  private running: Running | undefined;
  private failures = 0;

  constructor(
    private readonly lease: AccountLease,
    private assignment: AccountAssignment,
    private readonly parts: KeeperParts,
  ) {}

  /** Resolves when it has tried for the first time. */
  async start(): Promise<void> {
    await this.renew();
    const first = this.attend();
    this.looping = this.loop();
    await first;
  }

  /** What the operator wants now. */
  follow(assignment: AccountAssignment): void {
    const changed = keyOf(assignment) !== keyOf(this.assignment);
    this.assignment = assignment;
    if (!changed) return;
    this.failures = 0;
    this.wake.abort();
  }

  /** Ends the session after the message that is under way, and gives the account back. */
  async end(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    await this.looping;
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.pause();
      if (this.stopping.signal.aborted) break;
      await this.renew();
      void this.attend();
    }
    // What hangs is ended from outside.
    if (this.attending) await endsWithin(this.attending, GRACE_MS);
    await this.endSession();
    await this.giveUp();
  }

  /** How long it is depends on what becomes of what is under way. */
  private async pause(): Promise<void> {
    const { signal } = this.wake;
    if (this.attending) {
      const attended = new AbortController();
      await Promise.race([this.attending, sleep(RENEW_MS, AbortSignal.any([signal, attended.signal]))]);
      attended.abort();
    }
    if (!this.attending) await sleep(this.pauseMs(), signal);
    if (signal.aborted && !this.stopping.signal.aborted) this.wake = new AbortController();
  }

  private pauseMs(): number {
    if (this.lease.fencingToken) return RENEW_MS;
    return Math.min(TRY_MS * 2 ** this.failures, MAX_PAUSE_MS);
  }

  /** While it is not ours and not tried for: nothing. */
  private async renew(): Promise<void> {
    try {
      await this.lease.acquire();
    } catch (error) {
      this.report(error, 'the lease of an account could not be kept; trying again');
    }
  }

  /** One at a time; a second call waits for the first. */
  private attend(): Promise<void> {
    this.attending ??= this.doWhatIsWanted()
      .catch(async (error: unknown) => {
        this.failures = Math.min(this.failures + 1, 10);
        this.report(error, 'an account could not be opened; trying again');
        await this.endSession();
        // Somebody else may have more luck with it.
        await this.giveUp();
      })
      .finally(() => {
        this.attending = undefined;
      });
    return this.attending;
  }

  private async doWhatIsWanted(): Promise<void> {
    const { fencingToken } = this.lease;
    const { wanted, logoutRequestedAt, status } = this.assignment;
    const outdated =
      this.running?.owner.fencingToken !== fencingToken || this.running?.startedFor !== startOf(this.assignment);
    if (logoutRequestedAt && fencingToken) await this.logOut(logoutRequestedAt, fencingToken);
    else if (outdated || wanted === 'stopped') await this.endSession();
    if (!fencingToken || this.running || this.assignment.wanted === 'stopped') return;
    // WhatsApp does not like who comes back at once: that is for the operator to decide.
    if (status === 'RESTRICTED' && !logoutRequestedAt) return;
    await this.begin(fencingToken);
    this.failures = 0;
  }

  private async begin(fencingToken: string): Promise<void> {
    const owner = this.ownerUnder(fencingToken);
    const startedFor = startOf(this.assignment);
    try {
      const session = await this.parts.open(owner);
      this.running = { session, owner, startedFor };
      await session.start();
    } catch (error) {
      await this.endSession();
      await this.parts.failed(owner, error);
      throw error;
    }
  }

  private async logOut(requestedAt: Date, fencingToken: string): Promise<void> {
    const owner = this.running?.owner ?? this.ownerUnder(fencingToken);
    const session = this.running?.session ?? (await this.parts.open(owner));
    this.running = undefined;
    await session.logOut();
    await this.parts.loggedOut(owner, requestedAt);
    if (this.assignment.logoutRequestedAt?.getTime() === requestedAt.getTime()) {
      this.assignment = { ...this.assignment, logoutRequestedAt: null };
    }
  }

  private async endSession(): Promise<void> {
    const session = this.running?.session;
    this.running = undefined;
    try {
      await session?.stop();
    } catch (error) {
      this.report(error, 'a session did not end well');
    }
  }

  private async giveUp(): Promise<void> {
    try {
      await this.lease.release();
    } catch (error) {
      this.report(error, 'the lease could not be given back; it runs out by itself');
    }
  }

  private ownerUnder(fencingToken: string): Ownership {
    const { lease } = this;
    return {
      accountId: lease.accountId,
      fencingToken,
      isHeld: () => lease.fencingToken === fencingToken && lease.isHeld(),
    };
  }

  private report(error: unknown, what: string): void {
    this.parts.logger.error({ err: error, accountId: this.lease.accountId }, what);
  }
}

function startOf({ startRequestedAt }: AccountAssignment): number {
  return startRequestedAt?.getTime() ?? 0;
}

function keyOf({ wanted, startRequestedAt, logoutRequestedAt }: AccountAssignment): string {
  return `${wanted}|${startRequestedAt?.getTime() ?? 0}|${logoutRequestedAt?.getTime() ?? 0}`;
}
