import type { DoneLook } from './looks.service.js';
import type { SkipCount } from './skip-counts.service.js';

/** Counts the reasons of those who were not written to. */
export class SkipTally {
  private readonly counts = new Map<string, SkipCount>();

  add(looks: readonly DoneLook[]): void {
    for (const { type, reasons, engagement } of looks) {
      if (engagement) continue;
      const skip = { reason: reasons[0]?.code ?? '', type: type ?? 'any' };
      const key = `${skip.reason} ${skip.type}`;
      this.counts.set(key, { ...skip, count: (this.counts.get(key)?.count ?? 0) + 1 });
    }
  }

  list(): readonly SkipCount[] {
    return [...this.counts.values()];
  }

  byReason(): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { reason, count } of this.counts.values()) sums[reason] = (sums[reason] ?? 0) + count;
    return sums;
  }
}
