import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { sleep } from '#kernel';

import { contention } from '../database.errors.js';
import { isContention, retryDelay } from './retry-delay.js';

/** Runs work in a transaction. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Commits what `work` did through its manager, or nothing when it throws. Read committed, as Postgres is unless told otherwise: take row locks where two may meet.
   * After a deadlock or serialization failure `work` runs again from its start, up to six times in all, so it must have no effect beyond the manager.
   * @throws AppError `database.contention` (retryable) when the last try met the others too; else whatever `work` throws
   */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        const delay = retryDelay(error, attempt, Math.random());
        if (delay === undefined) throw isContention(error) ? contention(error) : error;
        await sleep(delay);
      }
    }
  }
}
