import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { sleep } from '#kernel';

import { contention } from '../database.errors.js';
import { errorMessage } from '../error-message.js';
import { Statements, type Statement } from '../statements/statements.js';
import { isContention, retryDelay } from './retry-delay.js';
import { runTransaction } from './run-transaction.js';

/** Runs work in a transaction. */
@Injectable()
export class Transactions {
  private readonly logger = new Logger('Database');
  /** What waits for the commit of each transaction that runs. */
  private readonly waiting = new WeakMap<EntityManager, (() => Promise<void>)[]>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Commits what `work` did through its manager, or nothing when it throws. Read committed, as Postgres is unless told otherwise: take row locks where two may meet.
   * After a deadlock or serialization failure `work` runs again from its start, up to six times in all, so it must have no effect beyond the manager.
   * @throws AppError `database.contention` (retryable) when the last try met the others too; else whatever `work` throws
   */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    let after: (() => Promise<void>)[] = [];
    const result = await tried(() =>
      runTransaction(this.dataSource, (manager) => {
        after = [];
        this.waiting.set(manager, after);
        return work(manager);
      }),
    );
    for (const each of after) await this.attempt(each);
    return result;
  }

  /**
   * Does something once what `manager` does is committed, and never when it is not: for whoever is part of another's transaction and has to tell of it.
   * At once where `manager` belongs to none. What it throws is logged: the work is done by then.
   */
  afterCommit(manager: EntityManager, work: () => Promise<void>): void {
    const after = this.waiting.get(manager);
    if (after) after.push(work);
    else void this.attempt(work);
  }

  /** As `run`, of one statement: it is a transaction by itself, in one round trip instead of three. Answers as TypeORM's `query` does. */
  statement<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    return tried(() => this.dataSource.query<T>(sql, parameters));
  }

  /** As `statement`, prepared. The rows of its answer. */
  prepared<T extends object>(statement: Statement, values: readonly unknown[]): Promise<T[]> {
    return tried(() => new Statements(this.dataSource).run<T>(statement, values));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(`What was to follow a commit failed: ${errorMessage(error)}`);
    }
  }
}

async function tried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const delay = retryDelay(error, attempt, Math.random());
      if (delay === undefined) throw isContention(error) ? contention(error) : error;
      await sleep(delay);
    }
  }
}
