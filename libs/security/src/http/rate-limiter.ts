import { LRUCache } from 'lru-cache';

/** Callers remembered at once, so that made-up addresses cannot fill the memory. */
const MAX_CALLERS = 5_000;

/**
 * Counts calls in fixed windows, one per caller, from the caller's first call on. Answers at once: a limiter that returns a
 * promise costs each request more than the counting.
 */
export class RateLimiter {
  private readonly windows = new LRUCache<string, { count: number; readonly endsAt: number }>({ max: MAX_CALLERS });

  /** At most `max` calls in `windowMs`; 0 for no limit. */
  constructor(
    private readonly max: number,
    private readonly windowMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts a call. Seconds, at least 1, until the caller may come again; 0 when it may pass. */
  take(caller: string): number {
    if (this.max === 0) return 0;
    const now = this.now();
    const window = this.windows.get(caller);
    if (!window || window.endsAt <= now) {
      this.windows.set(caller, { count: 1, endsAt: now + this.windowMs });
      return 0;
    }
    window.count += 1;
    return this.wait(window, now);
  }

  /** As `take`, but counts nothing. */
  look(caller: string): number {
    const now = this.now();
    const window = this.windows.get(caller);
    return !window || window.endsAt <= now ? 0 : this.wait(window, now);
  }

  private wait({ count, endsAt }: { readonly count: number; readonly endsAt: number }, now: number): number {
    return count > this.max ? Math.max(1, Math.ceil((endsAt - now) / 1_000)) : 0;
  }
}
