import { sleep } from '#kernel';

/** Wakes one waiting loop. A ring while nobody waits is kept, so that none is lost. */
export class Bell {
  private rung = false;
  private awaken: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.awaken?.();
  }

  /** Resolves at the next ring (or at once after one that was missed), at the latest after `milliseconds`. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.rung) {
      const timer = new AbortController();
      this.awaken = () => {
        timer.abort();
      };
      await sleep(milliseconds, timer.signal);
      this.awaken = null;
    }
    this.rung = false;
  }
}
