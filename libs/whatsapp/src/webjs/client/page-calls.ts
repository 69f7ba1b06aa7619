import type { BrowserPage } from './whatsapp-web.js';
import { withDeadline } from './with-deadline.js';

const CALL_MS = 15_000;

/** Runs our functions in WhatsApp's page. Each has to be whole in itself: it is sent there as text. */
export interface PageCalls {
  /** Rejects when the page is gone, when it is loaded anew meanwhile, and when it takes longer than `milliseconds` (15 s). */
  call<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  callWithin<A extends readonly unknown[], R>(
    milliseconds: number,
    work: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>>;
}

/** Calls into whatever page there is at the moment. */
export class CurrentPage implements PageCalls {
  constructor(private readonly current: () => BrowserPage) {}

  call<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.callWithin(CALL_MS, work, ...args);
  }

  async callWithin<A extends readonly unknown[], R>(
    milliseconds: number,
    work: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>> {
    return withDeadline(this.current().evaluate(work, ...args), milliseconds);
  }
}
