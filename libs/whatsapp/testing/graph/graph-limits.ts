import type { GraphError } from './graph-faults.js';

const MOST_PER_SECOND = 80;
const BETWEEN_MS = 6_000;

/** WhatsApp's limits: messages a second of a number, and the time between two to one recipient. */
export class GraphLimits {
  private readonly sentAt: number[] = [];
  private readonly lastTo = new Map<string, number>();

  refusalFor(to: string, now = performance.now()): GraphError | null {
    const last = this.lastTo.get(to);
    if (last !== undefined && now - last < BETWEEN_MS) return { status: 400, code: 131056 };
    if (this.sentAt.filter((at) => now - at < 1_000).length >= MOST_PER_SECOND) return { status: 429, code: 130429 };
    this.sentAt.push(now);
    this.lastTo.set(to, now);
    return null;
  }
}
