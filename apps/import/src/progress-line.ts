const DONE_OF_TOTAL = /^(\d+) of (\d+)/;

/** Shows how far an import is on one line of a terminal; writes nothing where no terminal is. */
export class ProgressLine {
  private first?: { readonly done: number; readonly at: number };

  constructor(private readonly terminal: { readonly isTTY?: boolean; write(text: string): unknown }) {}

  /** `message` is the task's `progress_message`; `now` in milliseconds. */
  show(message: string | null, now: number): void {
    const [, done, total] = DONE_OF_TOTAL.exec(message ?? '') ?? [];
    if (!this.terminal.isTTY || done === undefined) return;
    this.first ??= { done: Number(done), at: now };
    const seconds = (now - this.first.at) / 1_000;
    const rate = seconds > 0 ? `, ${count((Number(done) - this.first.done) / seconds)} messages/s` : '';
    this.terminal.write(`\r\u001b[K${count(Number(done))} of ${count(Number(total))} messages${rate}`);
  }

  end(): void {
    if (this.terminal.isTTY && this.first) this.terminal.write('\r\u001b[K');
  }
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}
