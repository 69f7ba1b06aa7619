import type { PoolClient } from 'pg';

/** As pg has it, beyond its types. */
interface Pipelined {
  pipeline: boolean;
}

/**
 * Lets `work` stream (COPY) on a connection of the pool: other statements may not travel with that. Nobody else asks anything of `client`
 * until it has ended.
 */
export async function streamAlone<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  const connection = client as PoolClient & Pipelined;
  // What was asked before has had its answer then.
  await client.query('');
  const { pipeline } = connection;
  connection.pipeline = false;
  try {
    return await work();
  } finally {
    connection.pipeline = pipeline;
  }
}
