import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';

/** How long a revoked token may still work in another process; a socket's is looked at every four seconds besides. */
const CACHE_MS = 1_000;
const CACHED_TOKENS = 10_000;

/** A token that was not revoked, and whose it is now. */
export interface KnownPersonToken {
  readonly id: string;
  /** Of a contact that was merged into another, that other one. */
  readonly contactId: string;
  readonly name: string | null;
}

type Found = ReadonlyMap<string, KnownPersonToken>;

/** Looks tokens up, those that are asked for while a query runs all in the next one: thousands of sockets are looked at at once. */
export class KnownPersonTokens {
  private readonly known: LRUCache<string, Promise<KnownPersonToken | null>>;
  private next?: { readonly ids: string[]; readonly found: Promise<Found> };
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    now: () => Date,
  ) {
    this.known = new LRUCache({
      max: CACHED_TOKENS,
      ttl: CACHE_MS,
      ttlResolution: 0,
      perf: { now: () => now().getTime() },
    });
  }

  /** Null when there is none, or it was revoked, or its contact is gone. */
  find(id: string): Promise<KnownPersonToken | null> {
    const known = this.known.get(id);
    if (known) return known;
    const asked = this.ask(id);
    this.known.set(id, asked);
    asked.catch(() => this.known.peek(id) === asked && this.known.delete(id));
    return asked;
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.known.delete(id);
  }

  private ask(id: string): Promise<KnownPersonToken | null> {
    this.next ??= this.open();
    this.next.ids.push(id);
    return this.next.found.then((found) => found.get(id) ?? null);
  }

  private open(): { readonly ids: string[]; readonly found: Promise<Found> } {
    const ids: string[] = [];
    const found = this.running.then(() => {
      this.next = undefined;
      return this.read(ids);
    });
    this.running = found.catch(() => undefined);
    return { ids, found };
  }

  private async read(ids: readonly string[]): Promise<Found> {
    const rows = await this.dataSource.query<KnownPersonToken[]>(READ_SQL, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const READ_SQL = `
SELECT person_tokens.id, coalesce(merged_into, contacts.id) AS "contactId", person_tokens.name
FROM person_tokens JOIN contacts ON contacts.id = person_tokens.contact_id
WHERE person_tokens.id = ANY($1::uuid[]) AND revoked_at IS NULL`;
