import type { EntityManager } from 'typeorm';

export type ArchiveStoreName = 'postgres' | 'files' | 's3';

export interface StoredPayload {
  readonly key: string;
  readonly storedAt: Date;
}

/**
 * Where the payloads of archives lie. A payload is whole or not there. With `manager` a store in the same database does its part in that
 * transaction; for others it says nothing: they are told before a commit to put, and after it to delete.
 */
export abstract class ArchiveStore {
  abstract readonly name: ArchiveStoreName;

  /** What lay under the key before is replaced. Throws `archive.store-failed` (retryable). */
  abstract put(key: string, bytes: Buffer, manager?: EntityManager): Promise<void>;

  /** Undefined when there is none. Throws `archive.store-failed`. */
  abstract get(key: string, manager?: EntityManager): Promise<Buffer | undefined>;

  /** Those that are not there are gone already. Throws `archive.store-failed`. */
  abstract delete(keys: readonly string[], manager?: EntityManager): Promise<void>;

  /** At most 1,000 in the order of their keys, from the one after `after` on. Throws `archive.store-failed`. */
  abstract list(after: string | null, limit: number): Promise<readonly StoredPayload[]>;
}
