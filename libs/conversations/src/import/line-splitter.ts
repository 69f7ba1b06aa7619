import type { ExportLine } from './export-line.js';

/** Sixteen times the longest message that WhatsApp takes. Keeps a file without line ends from filling the memory. */
export const MAX_LINE_CHARACTERS = 1_048_576;

/** Cuts a text that arrives in pieces into lines that end in LF, CRLF or CR. */
export class LineSplitter {
  private rest = '';
  private count = 0;

  push(text: string): ExportLine[] {
    const pending = this.rest + text;
    // A CR at the very end may be the first half of a CRLF, so it waits for the next piece.
    const held = pending.endsWith('\r') ? '\r' : '';
    const parts = pending.slice(0, pending.length - held.length).split(/\r\n|\n|\r/);
    // One character over the limit is kept: it tells later that the line was cut.
    this.rest = parts.pop()!.slice(0, MAX_LINE_CHARACTERS + 1) + held;
    return parts.map((part) => this.line(part));
  }

  /** The last line, when the text did not end with a line end. */
  end(): ExportLine[] {
    const last = this.rest.replace(/\r$/, '');
    const isEmpty = this.rest === '';
    this.rest = '';
    return isEmpty ? [] : [this.line(last)];
  }

  private line(text: string): ExportLine {
    const cut = text.length > MAX_LINE_CHARACTERS;
    this.count += 1;
    return { number: this.count, text: cut ? text.slice(0, MAX_LINE_CHARACTERS) : text, cut };
  }
}
