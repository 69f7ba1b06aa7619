import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';

import { Clock, isId, newId } from '#kernel';

import { deadLetterNotFound } from '../agents.errors.js';
import { TaskQueues } from '../queue/task-queues.service.js';
import { TaskLedger } from '../records/task-ledger.service.js';
import type { FailureReason } from '../worker/failure-reason.js';
import { DeadLetterEntity } from './dead-letter.entity.js';

export interface DeadLetter {
  readonly agent: string;
  readonly task: string;
  readonly taskId?: string;
  readonly payload: unknown;
  readonly reason: FailureReason;
  readonly attempts: number;
}

/** Tasks that failed for good, kept until somebody looks at them. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: TaskQueues,
    private readonly ledger: TaskLedger,
    private readonly clock: Clock,
  ) {}

  async add({ reason, taskId, payload, ...letter }: DeadLetter): Promise<void> {
    await this.letters.insert({
      ...letter,
      id: newId(),
      taskId: taskId ?? null,
      payload: payload ?? {},
      reasonCode: reason.code,
      reasonMessage: reason.message,
      failedAt: this.clock.now(),
      retriedAt: null,
    });
  }

  /** Those that were not retried, newest first. `limit` defaults to 100. */
  list({ limit = 100 }: { readonly limit?: number } = {}): Promise<DeadLetterEntity[]> {
    return this.letters.find({ where: { retriedAt: IsNull() }, order: { failedAt: 'DESC', id: 'DESC' }, take: limit });
  }

  /**
   * Gives the task to its agent once more, with all its attempts.
   * @throws AppError `dead-letter.not-found` when there is none, or it was retried already
   */
  async retry(id: string): Promise<void> {
    const letter = isId(id) ? await this.letters.findOneBy({ id, retriedAt: IsNull() }) : null;
    if (!letter) throw deadLetterNotFound();
    const { affected } = await this.letters.update({ id, retriedAt: IsNull() }, { retriedAt: this.clock.now() });
    if (!affected) throw deadLetterNotFound();
    try {
      if (letter.taskId) await this.ledger.reopen(letter.taskId);
      await this.queues.add(letter.task, [{ payload: letter.payload, taskId: letter.taskId ?? undefined }]);
    } catch (error) {
      await this.letters.update({ id }, { retriedAt: null });
      throw error;
    }
  }

  private get letters() {
    return this.dataSource.getRepository(DeadLetterEntity);
  }
}
