import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

import type { Statement } from './statements.js';

/** As `Statements.run`, on the connection and in the transaction of `manager`. Throws what pg throws. */
export async function queryPrepared<T extends object>(
  manager: EntityManager,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<T[]> {
  // Without a transaction there is no connection to stay on.
  if (!manager.queryRunner) return manager.query<T[]>(text, [...values]);
  const client = (await manager.queryRunner.connect()) as PoolClient;
  const { rows } = await client.query<T & QueryResultRow>({ name, text, values: [...values] });
  return rows;
}
