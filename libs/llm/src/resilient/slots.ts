import { llmError } from '../llm.errors.js';

/** So many calls at once and no more; the others wait in the order in which they came. */
export class Slots {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limit: number) {}

  /** Resolves when there is a slot. Give it back with `release`. */
  async acquire(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw llmError('llm.aborted');
    if (this.taken < this.limit) {
      this.taken++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(llmError('llm.aborted'));
      };
      this.waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  release(): void {
    const next = this.waiting.shift();
    // The slot goes straight to the next one, so that nobody can slip in between.
    if (next) next();
    else this.taken--;
  }
}
