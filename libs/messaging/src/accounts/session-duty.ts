import { sleep } from '#kernel';

export interface DutyOptions {
  /** It is done this often even when nothing calls. */
  readonly everyMs: number;
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Something that goes on beside the network for as long as a session lasts: done when called, one round at a time. */
export class SessionDuty {
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private readonly running: Promise<void>;

  constructor(private readonly options: DutyOptions) {
    this.running = this.run();
  }

  /** There is something to do. */
  call(): void {
    this.wake.abort();
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { everyMs, work, report } = this.options;
    while (!this.stopping.signal.aborted) {
      const { signal } = this.wake;
      await work(this.stopping.signal).catch(report);
      await sleep(everyMs, signal);
      if (signal.aborted && !this.stopping.signal.aborted) this.wake = new AbortController();
    }
  }
}
