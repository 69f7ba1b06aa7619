import { isReachable, type SyncAccount } from './waiting-reason.js';

/** So long an account may be away before its chats are not waited for: it reconnects by itself in less. */
const AWAY_MS = 30_000;
/** When nothing moves for so long, it is not waited for any more. */
const STILL_MS = 10 * 60_000;

/** Decides how long it is worth waiting for chats to be compared. */
export class SyncPatience {
  private readonly awaySince = new Map<string, number>();
  private last = '';
  private movedAt: number | undefined;

  /** Whether to go on waiting. `mark` changes whenever something moves; `now` is of a monotonic clock, in ms. */
  waitsFor(busy: readonly SyncAccount[], mark: string, now: number): boolean {
    if (mark !== this.last || this.movedAt === undefined) this.movedAt = now;
    this.last = mark;
    if (now - this.movedAt >= STILL_MS) return false;
    return busy.some((account) => this.mayCome(account, now));
  }

  private mayCome(account: SyncAccount, now: number): boolean {
    const { id, wanted } = account;
    if (isReachable(account)) {
      this.awaySince.delete(id);
      return true;
    }
    if (wanted === 'stopped') return false;
    const since = this.awaySince.get(id) ?? now;
    this.awaySince.set(id, since);
    return now - since < AWAY_MS;
  }
}
