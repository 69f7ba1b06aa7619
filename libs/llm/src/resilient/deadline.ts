import { llmError } from '../llm.errors.js';

/** Waits so many milliseconds, or until the signal aborts; never rejects. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** The longest time one attempt may take. Its signal aborts then, or when the caller takes the call back. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly finished = new AbortController();
  private readonly failure: Promise<never>;

  constructor(milliseconds: number, sleep: Sleep, caller?: AbortSignal) {
    this.failure = new Promise<never>((_, reject) => {
      const end = (code: 'llm.aborted' | 'llm.timeout') => {
        // Rejected first: what the abort makes the provider throw must not win the race.
        reject(llmError(code));
        this.controller.abort();
      };
      const takeBack = () => end('llm.aborted');
      if (caller?.aborted) takeBack();
      caller?.addEventListener('abort', takeBack, { once: true, signal: this.finished.signal });
      void sleep(milliseconds, this.finished.signal).then(() => {
        if (!this.finished.signal.aborted) end('llm.timeout');
      });
    });
    this.failure.catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The work's result, or `llm.timeout` or `llm.aborted` when that comes first, even if the work ignores the signal. */
  race<T>(work: Promise<T>): Promise<T> {
    // The deadline stands first: when both are settled, it wins.
    return Promise.race([this.failure, work]);
  }

  /** Ends the waiting, and takes back whatever the provider still does. */
  clear(): void {
    this.finished.abort();
    this.controller.abort();
  }
}
