const FIRST_REST_MS = 100;
const LONGEST_REST_MS = 10_000;

interface Rest {
  readonly until: number;
  readonly length: number;
}

/** Chats whose message the listener refused: each rests a little longer than the time before, until one succeeds. Times are `performance.now()`. */
export class RestingChats {
  private readonly rests = new Map<string, Rest>();

  refuse(chat: string, now: number): void {
    const length = Math.min((this.rests.get(chat)?.length ?? FIRST_REST_MS / 2) * 2, LONGEST_REST_MS);
    this.rests.set(chat, { until: now + length, length });
  }

  succeed(chat: string): void {
    this.rests.delete(chat);
  }

  at(now: number): string[] {
    return [...this.rests].filter(([, { until }]) => until > now).map(([chat]) => chat);
  }

  /** Milliseconds until the next chat is rested, at most `limit`. */
  untilNext(now: number, limit: number): number {
    const waits = [...this.rests.values()].map(({ until }) => until - now).filter((wait) => wait > 0);
    return Math.min(limit, ...waits);
  }
}
