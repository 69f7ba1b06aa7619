/** Where the total of all processes is read. What this process has added must be stored before it answers. */
export type ReadTotal = () => Promise<number>;

/**
 * What all processes have spent today as one of them knows it: what was read a moment ago, what this one has spent since, and what its
 * calls under way may cost. It may be too much for a moment, never too little by more than what others spent since it was read.
 */
export class SharedTotal {
  private stored = 0;
  private since = 0;
  private settling = 0;
  private held = 0;
  private day = '';
  private readAt = Number.NEGATIVE_INFINITY;
  private reading?: Promise<void>;

  constructor(private readonly freshMs: number) {}

  get value(): number {
    return this.stored + this.settling + this.since + this.held;
  }

  add(day: string, amount: number): void {
    this.turnTo(day);
    this.since += amount;
  }

  /** What a call may cost, until it is known. The answer takes it back, once. */
  hold(amount: number): () => void {
    this.held += amount;
    let open = true;
    return () => {
      if (open) this.held -= amount;
      open = false;
    };
  }

  /** Reads again when what is known is old or of another day. Callers at the same time share one reading. Throws what `read` throws. */
  async refresh(day: string, now: number, read: ReadTotal): Promise<void> {
    this.turnTo(day);
    // A reading under way may still be of the day before, and a clock may be put back.
    while (this.day === day && Math.abs(now - this.readAt) >= this.freshMs) {
      this.reading ??= this.readOnce(day, now, read).finally(() => (this.reading = undefined));
      await this.reading;
    }
  }

  private async readOnce(day: string, now: number, read: ReadTotal): Promise<void> {
    this.settling += this.since;
    this.since = 0;
    try {
      const stored = await read();
      if (this.day !== day) return;
      this.stored = stored;
      this.settling = 0;
      this.readAt = now;
    } catch (error) {
      this.since += this.settling;
      this.settling = 0;
      throw error;
    }
  }

  private turnTo(day: string): void {
    if (day === this.day) return;
    this.day = day;
    this.stored = this.since = this.settling = 0;
    this.readAt = Number.NEGATIVE_INFINITY;
  }
}
