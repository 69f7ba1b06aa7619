import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { sleep } from '#kernel';

import { errorMessage } from '../error-message.js';

export interface VacuumReport {
  readonly done: readonly string[];
  /** With the reason. */
  readonly skipped: readonly { readonly table: string; readonly reason: string }[];
}

/** As the database's own autovacuum: some work, then a rest of as many milliseconds. */
const COST_SETTINGS = `SET vacuum_cost_delay = '2ms'; SET vacuum_cost_limit = 400; SET lock_timeout = '2s'`;
const BETWEEN_TABLES_MS = 50;

/** Runs `VACUUM (ANALYZE)` over our tables, as gently as Postgres does by itself. */
@Injectable()
export class TableVacuum {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * All tables of this database's public schema. A table that somebody has locked or that belongs to another role is skipped. Space at the
   * end of a file is given back only by tables that are not written all the time: that needs a lock which stops writers.
   * Rejects with the signal's reason; then the vacuum under way is cancelled.
   */
  async all({
    busy,
    signal,
  }: {
    readonly busy: readonly string[];
    readonly signal: AbortSignal;
  }): Promise<VacuumReport> {
    const tables = await this.dataSource.query<{ table: string; ours: boolean }[]>(TABLES_SQL);
    const done: string[] = [];
    const skipped: { table: string; reason: string }[] = [];
    for (const { table, ours } of tables) {
      signal.throwIfAborted();
      const reason = ours ? await this.vacuum(table, !busy.includes(table), signal) : 'it belongs to another role';
      if (reason === undefined) done.push(table);
      else skipped.push({ table, reason });
      await sleep(BETWEEN_TABLES_MS, signal);
    }
    signal.throwIfAborted();
    return { done, skipped };
  }

  /** Undefined when it is done, else why it was not. A connection of its own: VACUUM takes no transaction, and the settings must not stay. */
  private async vacuum(table: string, truncate: boolean, signal: AbortSignal): Promise<string | undefined> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    const [{ pid }] = (await runner.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
    const cancel = () => void this.dataSource.query('SELECT pg_cancel_backend($1)', [pid]).catch(() => undefined);
    signal.addEventListener('abort', cancel);
    try {
      await runner.query(COST_SETTINGS);
      await runner.query(`VACUUM (ANALYZE, SKIP_LOCKED, TRUNCATE ${String(truncate)}) ${table}`);
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      return errorMessage(error);
    } finally {
      signal.removeEventListener('abort', cancel);
      await runner.query('RESET vacuum_cost_delay; RESET vacuum_cost_limit; RESET lock_timeout').catch(() => undefined);
      await runner.release();
    }
  }
}

const TABLES_SQL = `
SELECT quote_ident(relname) AS table, pg_has_role(relowner, 'USAGE') AS ours
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`;
