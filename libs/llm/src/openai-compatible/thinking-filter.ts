const OPEN = '<think>';
const CLOSE = '</think>';

/**
 * Takes away what a model thinks aloud between `<think>` marks before its answer, in pieces or whole: open models write it into the
 * text, and it must never reach anybody. Marks later in the text are text.
 */
export class ThinkingFilter {
  private state: 'before' | 'thinking' | 'answer' = 'before';
  private held = '';

  /** The part of a piece that belongs to the answer. */
  push(piece: string): string {
    if (this.state === 'answer') return piece;
    this.held += piece;
    if (this.state === 'before') {
      const text = this.held.trimStart();
      if (text.length < OPEN.length && OPEN.startsWith(text)) return '';
      if (!text.startsWith(OPEN)) return this.answer(this.held);
      this.state = 'thinking';
    }
    const end = this.held.indexOf(CLOSE);
    if (end < 0) return '';
    const rest = this.held.slice(end + CLOSE.length).trimStart();
    if (rest === '') {
      // The line breaks before the answer may still come.
      this.held = OPEN + CLOSE;
      return '';
    }
    return this.answer(rest);
  }

  /** What was still held back when the text ended: nothing of a thought. */
  finish(): string {
    return this.state === 'before' ? this.answer(this.held) : '';
  }

  private answer(text: string): string {
    this.state = 'answer';
    this.held = '';
    return text;
  }
}
