/** How long the parts of a run took, and how much of what was done. */
export class Stopwatch {
  private readonly spent = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly began = performance.now();

  async time<T>(part: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.spent.set(part, (this.spent.get(part) ?? 0) + performance.now() - began);
    }
  }

  count(what: string, more: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + more);
  }

  counted(what: string): number {
    return this.counts.get(what) ?? 0;
  }

  /** In seconds, by part. */
  parts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.spent].map(([part, ms]) => [part, seconds(ms)]));
  }

  /** Of processor time, of this process alone, in seconds. */
  cpu(): number {
    const { user, system } = process.cpuUsage();
    return seconds((user + system) / 1_000);
  }

  total(): number {
    return seconds(performance.now() - this.began);
  }
}

function seconds(ms: number): number {
  return Math.round(ms / 10) / 100;
}
