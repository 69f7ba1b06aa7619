import pg from 'pg';

import { connectionFailure } from './connection-failure.js';
import { describeAddress } from './postgres-address.js';

/**
 * Connects once.
 * @throws AppError `database.unreachable`
 */
export async function checkReachable(url: string): Promise<void> {
  describeAddress(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw connectionFailure(url, cause);
  } finally {
    await client.end().catch(() => undefined);
  }
}
