/** How long somebody waits: until the time is over, or whoever asked gives up. To be ended, whatever comes of it. */
export class Patience {
  private readonly controller = new AbortController();
  private readonly timer;
  private readonly giveUp = (): void => {
    this.controller.abort();
  };

  constructor(
    milliseconds: number,
    private readonly asker?: AbortSignal,
  ) {
    this.timer = setTimeout(this.giveUp, milliseconds);
    if (asker?.aborted) this.giveUp();
    asker?.addEventListener('abort', this.giveUp, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  end(): void {
    clearTimeout(this.timer);
    this.asker?.removeEventListener('abort', this.giveUp);
  }

  /** What `work` gives, or a rejection as soon as it has lasted too long. */
  async waitFor<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        reject(new Error('given up'));
      };
      if (this.signal.aborted) giveUp();
      this.signal.addEventListener('abort', giveUp, { once: true });
      work.then(resolve, reject).finally(() => {
        this.signal.removeEventListener('abort', giveUp);
      });
    });
  }
}
