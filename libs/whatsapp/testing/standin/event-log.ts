import type { PageEvent } from './wire.js';

/** Everything that pages are to hear, in order. A page's cursor is the number of events it has. */
export class EventLog {
  private readonly events: PageEvent[] = [];
  private readonly readers = new Set<() => void>();

  get length(): number {
    return this.events.length;
  }

  append(event: PageEvent): void {
    this.events.push(event);
    for (const read of this.readers) read();
  }

  after(cursor: number, limit: number): readonly PageEvent[] {
    return this.events.slice(cursor, cursor + limit);
  }

  /** Calls `read` whenever there is more, until the returned function is called. */
  follow(read: () => void): () => void {
    this.readers.add(read);
    return () => this.readers.delete(read);
  }
}
