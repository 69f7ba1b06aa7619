import type { DataSource, QueryRunner } from 'typeorm';

/**
 * The connection to Postgres on which a process holds all its leases: Postgres knows that the process is gone when this is. Queries
 * run one after another; after a failure a new connection is taken.
 */
export class LeaseConnection {
  private runner: QueryRunner | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  /** The rows that an UPDATE returned. */
  update<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    const done = this.last.then(() => this.run<T>(sql, parameters));
    this.last = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    await this.last;
    await this.drop();
  }

  private async run<T>(sql: string, parameters: readonly unknown[]): Promise<T[]> {
    try {
      this.runner ??= this.dataSource.createQueryRunner();
      // TypeORM answers an UPDATE with its rows and their number, untyped.
      const [rows] = (await this.runner.query(sql, [...parameters])) as [T[], number];
      return rows;
    } catch (error) {
      await this.drop();
      throw error;
    }
  }

  private async drop(): Promise<void> {
    const { runner } = this;
    this.runner = undefined;
    await runner?.release();
  }
}
