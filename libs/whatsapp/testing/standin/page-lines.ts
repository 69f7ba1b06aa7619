import { PageLine, type PageLineOptions } from './page-line.js';
import type { PageSignal } from './wire.js';

/** All pages that are connected. A cut line throws them off and lets nobody on. */
export class PageLines {
  readonly open = new Set<PageLine>();
  private isLineCut = false;
  private isHeldBack = false;

  get isCut(): boolean {
    return this.isLineCut;
  }

  connect(options: PageLineOptions): PageLine {
    // A page has one line: its earlier one may not have been noticed to be gone.
    for (const line of this.open) if (line.page === options.page) this.drop(line);
    const line = new PageLine(options);
    line.holdBack(this.isHeldBack);
    this.open.add(line);
    options.response.on('close', () => this.drop(line));
    return line;
  }

  signal(signal: PageSignal): void {
    for (const line of this.open) line.signal(signal);
  }

  cut(): void {
    this.isLineCut = true;
    for (const line of this.open) this.drop(line);
  }

  restore(): void {
    this.isLineCut = false;
  }

  holdBack(isHeldBack: boolean): void {
    this.isHeldBack = isHeldBack;
    for (const line of this.open) line.holdBack(isHeldBack);
  }

  private drop(line: PageLine): void {
    this.open.delete(line);
    line.end();
  }
}
