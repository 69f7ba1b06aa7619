import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';

import type { Statement } from '#database';

/** A statement within the runner's transaction, planned once a connection. */
export async function runPrepared<T extends object>(
  runner: QueryRunner,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<T[]> {
  const client = (await runner.connect()) as PoolClient;
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows as T[];
}
