/** Commands a second, in the long run. */
const PER_SECOND = 50;
/** Commands at once after a rest. */
const BURST = 100;
/** Commands beyond that, after which we no longer listen. */
const PATIENCE = 100;
/** Commands that wait for the one before them. */
const MOST_WAITING = 200;

/** What becomes of a command that arrives. */
export type Passage = 'pass' | 'refuse' | 'cut';

/** The commands of one socket: no more than it may send, and one after the other, in their order. */
export class CommandLane {
  private tokens = BURST;
  private filledAt: number;
  private waiting = 0;
  private tail: Promise<void> = Promise.resolve();

  constructor(private readonly now: () => number = () => performance.now()) {
    this.filledAt = now();
  }

  /** Counts one. */
  take(): Passage {
    const now = this.now();
    this.tokens = Math.min(BURST, this.tokens + ((now - this.filledAt) / 1_000) * PER_SECOND) - 1;
    this.filledAt = now;
    if (this.tokens < -PATIENCE) return 'cut';
    return this.tokens < 0 || this.waiting >= MOST_WAITING ? 'refuse' : 'pass';
  }

  /** Runs it when those before it have ended. It does not throw. */
  run(command: () => Promise<void>): void {
    this.waiting += 1;
    this.tail = this.tail.then(command).finally(() => (this.waiting -= 1));
  }
}
