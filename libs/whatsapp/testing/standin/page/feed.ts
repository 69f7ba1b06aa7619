import type { Frame } from '../wire.js';
import { PAGE_ID } from './settings.js';

const RETRY_MS = 100;

export interface FeedListener {
  frame(frame: Frame): void;
  /** The line is gone; the feed tries to get it back. */
  down(): void;
}

/** What the server has to tell, for as long as the line holds, and again when it comes back. */
export class Feed {
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly listener: FeedListener) {}

  /** `query` is asked at each try: what the page has changes. */
  open(query: () => Record<string, string>): void {
    this.close();
    const source = new EventSource(`/wa/feed?${new URLSearchParams({ page: PAGE_ID, ...query() }).toString()}`);
    this.#source = source;
    source.onmessage = ({ data }: MessageEvent<string>) => this.listener.frame(JSON.parse(data) as Frame);
    source.onerror = () => {
      source.close();
      this.listener.down();
      this.#retry = setTimeout(() => this.open(query), RETRY_MS);
    };
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
  }
}
