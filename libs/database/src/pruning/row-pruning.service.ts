import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { sleep } from '#kernel';

import type { Prunable } from './prunable.js';

export interface PruningOptions {
  readonly before: Date;
  /** Counts, and removes nothing. */
  readonly dryRun: boolean;
  /** Ends it between two batches. */
  readonly signal: AbortSignal;
}

/** Pages of 8 KiB that one transaction looks through: some hundred rows, at most a few thousand. */
const BATCH_PAGES = 16;
/** A batch is followed by a pause of this many times as long as it took, so that whoever else needs the database has most of it. */
const REST = 3;
const SHORTEST_REST_MS = 2;
/** Nobody waits for us, and we wait for nobody: a table that somebody alters is left alone. */
const BATCH_SETTINGS = `SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '60s'; SET LOCAL synchronous_commit = off`;

/**
 * Removes rows in small transactions with pauses between them. A table is gone through once, page by page as it lies on disk, so no
 * index is needed that every writer would have to keep; rows that somebody holds are left to the next time.
 */
@Injectable()
export class RowPruning {
  constructor(private readonly dataSource: DataSource) {}

  /** How many rows went, or would go. Rejects with the signal's reason, and with what Postgres says. */
  async prune({ table, where }: Prunable, { before, dryRun, signal }: PruningOptions): Promise<number> {
    const pages = await this.pagesOf(table);
    const batch = dryRun ? countSql(table, where) : deleteSql(table, where);
    let rows = 0;
    for (let page = 0; page < pages; page += BATCH_PAGES) {
      signal.throwIfAborted();
      const started = performance.now();
      rows += await this.run(batch, [before, `(${page},0)`, `(${page + BATCH_PAGES},0)`]);
      await sleep(Math.max(SHORTEST_REST_MS, REST * (performance.now() - started)), signal);
    }
    signal.throwIfAborted();
    return rows;
  }

  private async pagesOf(table: string): Promise<number> {
    const [row] = await this.dataSource.query<[{ pages: number }]>(
      `SELECT (pg_relation_size($1::regclass) / current_setting('block_size')::bigint)::integer AS pages`,
      [table],
    );
    return row.pages;
  }

  private run(batch: string, values: readonly unknown[]): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(BATCH_SETTINGS);
      const [row] = await manager.query<[{ rows: number }]>(batch, [...values]);
      return row.rows;
    });
  }
}

const BETWEEN_PAGES = `ctid >= $2::tid AND ctid < $3::tid`;

function countSql(table: string, where: string): string {
  return `SELECT count(*)::integer AS rows FROM ${table} WHERE ${BETWEEN_PAGES} AND (${where})`;
}

function deleteSql(table: string, where: string): string {
  return `
    WITH removed AS (
      DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${table} WHERE ${BETWEEN_PAGES} AND (${where}) FOR UPDATE SKIP LOCKED))
      RETURNING 1)
    SELECT count(*)::integer AS rows FROM removed`;
}
