import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

import { Statements, type Statement } from './statements.js';

/**
 * As `Statements.run`, on the connection and in the transaction of `manager` if it has one. Throws what pg throws. Several that are asked at once in
 * one transaction travel together and run in the order in which they were asked; where one fails, those after it fail, too.
 */
export async function queryPrepared<T extends object>(
  manager: EntityManager,
  statement: Statement,
  values: readonly unknown[],
): Promise<T[]> {
  // Without a transaction there is no connection to stay on.
  if (!manager.queryRunner) return new Statements(manager.dataSource).run<T>(statement, values);
  const client = (await manager.queryRunner.connect()) as PoolClient;
  const { rows } = await client.query<T & QueryResultRow>({ ...statement, values: [...values] });
  return rows;
}
