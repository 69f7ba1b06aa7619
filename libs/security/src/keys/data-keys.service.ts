import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

import type { DataKey } from './data-key.js';
import { MasterKeys } from './master-keys.js';
import { newWrappedDataKey, unwrapDataKey } from './wrapped-data-key.js';

/** Counted, not reserved at the start. */
const CACHED_KEYS = 50_000;
/** How long another process may still read with a key that was erased here. */
const CACHE_MS = 5 * 60_000;
const ERASED = Symbol('erased');

interface WrappedRow {
  readonly subject_id: string;
  readonly wrapped: Buffer;
  readonly master_version: number;
  readonly made: boolean;
}

/** Hands out the data keys of subjects, and destroys them. */
@Injectable()
export class DataKeys implements OnModuleInit {
  private readonly cache = new LRUCache<string, DataKey | typeof ERASED>({
    maxSize: CACHED_KEYS,
    sizeCalculation: () => 1,
    ttl: CACHE_MS,
  });
  /** Keys that an open transaction made: a rollback takes them away, so they must not outlive it in the cache. */
  private readonly uncommitted = new WeakMap<QueryRunner, Set<string>>();

  constructor(
    private readonly masterKeys: MasterKeys,
    private readonly dataSource: DataSource,
  ) {}

  /** Refuses to start on a database of another master key: throws `security.wrong-master-key`. */
  async onModuleInit(): Promise<void> {
    const { versions } = this.masterKeys;
    const foreign = 'SELECT *, false AS made FROM data_keys WHERE master_version <> ALL($1) LIMIT 1';
    const sample = 'SELECT *, false AS made FROM data_keys WHERE master_version = $1 LIMIT 1';
    const rows = await this.dataSource.query<WrappedRow[]>(foreign, [versions]);
    for (const version of versions) rows.push(...(await this.dataSource.query<WrappedRow[]>(sample, [version])));
    for (const row of rows) this.unwrap(row);
  }

  /**
   * The key of each subject; missing ones are made, in one round trip, in the caller's transaction when `manager` is
   * given. Racing callers get the same key.
   */
  async of(subjectIds: readonly string[], manager?: EntityManager): Promise<ReadonlyMap<string, DataKey>> {
    const { keys, missing } = this.lookUp(subjectIds);
    if (missing.length > 0) this.readInto(keys, await this.makeAndRead(missing, manager), manager);
    // What another transaction made and committed meanwhile is invisible to the first statement, not to the next.
    const late = missing.filter((id) => !keys.has(id));
    if (late.length > 0) this.readInto(keys, await this.readRows(late, manager), manager);
    return keys;
  }

  /** The keys that there are. A subject without one, or whose key was erased, is not in the map. */
  async find(subjectIds: readonly string[], manager?: EntityManager): Promise<ReadonlyMap<string, DataKey>> {
    const { keys, missing } = this.lookUp(subjectIds);
    if (missing.length > 0) this.readInto(keys, await this.readRows(missing, manager), manager);
    return keys;
  }

  /**
   * Destroys the key of a subject: its texts are unreadable here at once, in other processes within five minutes. A person
   * is marked as erased, and their tokens stop with it.
   */
  async erase(subjectId: string, manager?: EntityManager): Promise<void> {
    // Marked, not only dropped: a read that is under way, or one before the commit, must not put the key back.
    this.cache.set(subjectId, ERASED);
    await this.database(manager).query(ERASE_SQL, [subjectId]);
  }

  private lookUp(subjectIds: readonly string[]): { keys: Map<string, DataKey>; missing: string[] } {
    const keys = new Map<string, DataKey>();
    const missing = new Set<string>();
    for (const id of subjectIds) {
      const cached = this.cache.get(id);
      if (cached === undefined || cached === ERASED) missing.add(id);
      else keys.set(id, cached);
    }
    return { keys, missing: [...missing] };
  }

  /** Sorted, so that two transactions which make the same keys wait for each other instead of deadlocking. */
  private makeAndRead(subjectIds: readonly string[], manager?: EntityManager): Promise<WrappedRow[]> {
    const { current } = this.masterKeys;
    const sorted = subjectIds.toSorted();
    return this.database(manager).query<WrappedRow[]>(
      `WITH made AS (
         INSERT INTO data_keys (subject_id, wrapped, master_version)
         SELECT subject_id, wrapped, $3 FROM unnest($1::uuid[], $2::bytea[]) AS candidate (subject_id, wrapped)
         ON CONFLICT DO NOTHING
         RETURNING subject_id, wrapped, master_version
       )
       SELECT *, true AS made FROM made
       UNION ALL
       SELECT subject_id, wrapped, master_version, false FROM data_keys WHERE subject_id = ANY($1)`,
      [sorted, sorted.map((id) => newWrappedDataKey(current, id)), current.version],
    );
  }

  private readRows(subjectIds: readonly string[], manager?: EntityManager): Promise<WrappedRow[]> {
    return this.database(manager).query<WrappedRow[]>(
      'SELECT subject_id, wrapped, master_version, false AS made FROM data_keys WHERE subject_id = ANY($1)',
      [subjectIds],
    );
  }

  private readInto(keys: Map<string, DataKey>, rows: readonly WrappedRow[], manager?: EntityManager): void {
    for (const row of rows) {
      const key = this.unwrap(row);
      keys.set(row.subject_id, key);
      if (this.outlivesTransaction(row, manager)) this.cache.set(row.subject_id, key);
    }
  }

  private outlivesTransaction({ subject_id, made }: WrappedRow, manager?: EntityManager): boolean {
    if (this.cache.peek(subject_id) === ERASED) return false;
    const runner = manager?.queryRunner;
    if (!runner?.isTransactionActive) return true;
    const uncommitted = this.uncommitted.get(runner) ?? new Set();
    if (made) this.uncommitted.set(runner, uncommitted.add(subject_id));
    return !uncommitted.has(subject_id);
  }

  private unwrap({ subject_id, wrapped, master_version }: WrappedRow): DataKey {
    return unwrapDataKey(this.masterKeys.of(master_version), subject_id, wrapped);
  }

  private database(manager?: EntityManager): Pick<EntityManager, 'query'> {
    return manager ?? this.dataSource;
  }
}

const ERASE_SQL = `
WITH erased AS (DELETE FROM data_keys WHERE subject_id = $1),
marked AS (UPDATE contacts SET erased_at = now() WHERE id = $1)
UPDATE person_tokens SET revoked_at = coalesce(revoked_at, now()), name = NULL
WHERE contact_id IN (SELECT id FROM contacts WHERE id = $1 OR merged_into = $1)`;
