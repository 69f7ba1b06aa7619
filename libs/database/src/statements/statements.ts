import { Injectable } from '@nestjs/common';
import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/** One statement that a process runs again and again. The name is unique among all of them. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs hot statements prepared, each by itself in its own transaction, straight on the DataSource's pool: Postgres plans them once a
 * connection, and TypeORM's own way through a query runner is left out. For everything else take the DataSource.
 */
@Injectable()
export class Statements {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { readonly master: Pool }).master;
  }

  /** The rows of the answer. Throws what pg throws. */
  run<T extends object>({ name, text }: Statement, values: readonly unknown[]): Promise<T[]> {
    return rowsOf<T & QueryResultRow>(this.pool, { name, text, values: [...values] });
  }
}

/**
 * As `pool.query` does, but by callbacks alone and without a listener that comes and goes with each query: with those, all rows that were ever
 * read outlive the next collection of young garbage, and it takes five milliseconds in place of one.
 */
function rowsOf<T extends QueryResultRow>(pool: Pool, query: QueryConfig): Promise<T[]> {
  return new Promise((resolve, reject) => {
    pool.connect((failure, client, release) => {
      if (!client) {
        reject(failure ?? new Error('the pool gave no connection'));
        return;
      }
      // A connection that is lost says so to its query as well; unheard, it would end the process.
      if (client.listenerCount('error', ignore) === 0) client.on('error', ignore);
      client.query<T>(query, (error: Error | null, result) => {
        release(error ?? undefined);
        if (error) reject(error);
        else resolve(result.rows);
      });
    });
  });
}

function ignore(): void {
  // Its query is told.
}
