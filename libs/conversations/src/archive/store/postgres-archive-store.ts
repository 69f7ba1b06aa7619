import type { DataSource, EntityManager } from 'typeorm';

import { ArchiveStore, type StoredPayload } from './archive-store.js';

/** Payloads as rows: they come and go with their archive, in one transaction, and are in every backup. */
export class PostgresArchiveStore extends ArchiveStore {
  readonly name = 'postgres';

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async put(key: string, bytes: Buffer, manager?: EntityManager): Promise<void> {
    await (manager ?? this.dataSource).query(
      `INSERT INTO archive_payloads (key, bytes, stored_at) VALUES ($1, $2, now())
       ON CONFLICT (key) DO UPDATE SET bytes = excluded.bytes, stored_at = excluded.stored_at`,
      [key, bytes],
    );
  }

  async get(key: string, manager?: EntityManager): Promise<Buffer | undefined> {
    const rows: { bytes: Buffer }[] = await (manager ?? this.dataSource).query(
      'SELECT bytes FROM archive_payloads WHERE key = $1',
      [key],
    );
    return rows[0]?.bytes;
  }

  async delete(keys: readonly string[], manager?: EntityManager): Promise<void> {
    await (manager ?? this.dataSource).query('DELETE FROM archive_payloads WHERE key = ANY($1::text[])', [keys]);
  }

  async list(after: string | null, limit: number): Promise<readonly StoredPayload[]> {
    return this.dataSource.query<StoredPayload[]>(
      `SELECT key, stored_at AS "storedAt" FROM archive_payloads WHERE ($1::text IS NULL OR key > $1) ORDER BY key LIMIT $2`,
      [after, limit],
    );
  }
}
