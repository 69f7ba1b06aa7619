import { LRUCache } from 'lru-cache';

/** The latest tries are enough: who looks one up does so soon after it. */
const MOST = 10_000;

interface Attempt {
  /** Every document in which it was tried. */
  readonly documents: Set<string>;
  /** Tries whose end is not known: the page may still take them over. */
  open: number;
}

/**
 * In which documents of the page each message was tried. A document that was alive all the time knows all that it did: what it does
 * not know, it never sent. After a reload, a crash or a restart nobody knows what the one before did at last.
 */
export class SendAttempts {
  private readonly attempts = new LRUCache<string, Attempt>({ max: MOST });

  begin(id: string, document: string): void {
    const attempt = this.attempts.get(id) ?? { documents: new Set<string>(), open: 0 };
    attempt.documents.add(document);
    attempt.open += 1;
    this.attempts.set(id, attempt);
  }

  /** The page surely does nothing more about this try. */
  end(id: string): void {
    const attempt = this.attempts.get(id);
    if (attempt) attempt.open -= 1;
  }

  /** Whether that document, had it not the message, proves that it was never sent. */
  isProof(id: string, document: string): boolean {
    const attempt = this.attempts.get(id);
    if (!attempt || attempt.open > 0) return false;
    return attempt.documents.size === 1 && attempt.documents.has(document);
  }
}
