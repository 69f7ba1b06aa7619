import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';

import { streamAlone } from '#database';

import { copyChunks } from './copy-writer.js';

/** Writes rows into a table, each value as the database's own binary; undefined is null. */
export async function copyIn(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly (Buffer | undefined)[]>,
): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  await streamAlone(client, () => {
    const stream = client.query(copyFrom(`COPY ${table} (${quoted(columns)}) FROM STDIN (FORMAT binary)`));
    return pipeline(Readable.from(copyChunks(rows), { objectMode: false }), stream);
  });
}

/** Names of columns for a statement: some are words of SQL. */
export function quoted(columns: readonly string[], prefix = ''): string {
  return columns.map((column) => `${prefix}"${column}"`).join(', ');
}
