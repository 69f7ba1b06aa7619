import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';

import { streamAlone } from '#database';

import type { RawRow } from '../codec/segment.js';
import { CopyParser } from './copy-parser.js';

/** Gives out what `select` finds, row by row, as the database's own binary: nothing is lost on the way. */
export async function copyOut(
  runner: QueryRunner,
  select: string,
  columns: number,
  onRow: (row: RawRow) => void,
): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  const parser = new CopyParser(columns, onRow);
  await streamAlone(client, async () => {
    const stream = client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`));
    for await (const chunk of stream) parser.push(chunk as Buffer);
  });
  parser.end();
}
