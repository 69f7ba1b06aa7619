import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
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
  async run<T extends object>({ name, text }: Statement, values: readonly unknown[]): Promise<T[]> {
    const { rows } = await this.pool.query<T & QueryResultRow>({ name, text, values: [...values] });
    return rows;
  }
}
