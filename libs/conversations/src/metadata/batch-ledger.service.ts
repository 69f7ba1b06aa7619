import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import type { BatchedMessages } from './batched-messages.js';

/** A batch that a task has handed to the provider, and whose answers are not stored yet. */
export interface OpenBatch {
  readonly place: number;
  /** Null when we do not know whether the provider took it. */
  readonly batchId: string | null;
  readonly requests: readonly BatchedMessages[];
  readonly submittedAt: Date;
}

/** Which batches a task has handed over: written before they leave, so that none leaves twice. */
@Injectable()
export class BatchLedger {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The one whose answers are outstanding, and the first place after all that the task has had: one that was forgotten leaves a gap. */
  async open(taskId: string): Promise<{ readonly open: OpenBatch | null; readonly next: number }> {
    const rows = await this.dataSource.query<(OpenBatch & { readonly storedAt: Date | null })[]>(
      `SELECT place, batch_id AS "batchId", requests, submitted_at AS "submittedAt", stored_at AS "storedAt"
       FROM metadata_batches WHERE task_id = $1 ORDER BY place`,
      [taskId],
    );
    return {
      open: rows.find(({ storedAt }) => storedAt === null) ?? null,
      next: (rows.at(-1)?.place ?? -1) + 1,
    };
  }

  async note(taskId: string, place: number, requests: readonly BatchedMessages[]): Promise<OpenBatch> {
    const submittedAt = this.clock.now();
    await this.dataSource.query(
      `INSERT INTO metadata_batches (task_id, place, requests, submitted_at) VALUES ($1, $2, $3, $4)`,
      [taskId, place, JSON.stringify(requests), submittedAt],
    );
    return { place, batchId: null, requests, submittedAt };
  }

  async taken(taskId: string, place: number, batchId: string): Promise<void> {
    await this.dataSource.query('UPDATE metadata_batches SET batch_id = $3 WHERE task_id = $1 AND place = $2', [
      taskId,
      place,
      batchId,
    ]);
  }

  /** The provider never took it. */
  async forget(taskId: string, place: number): Promise<void> {
    await this.dataSource.query('DELETE FROM metadata_batches WHERE task_id = $1 AND place = $2', [taskId, place]);
  }

  /** Its answers are stored, or will never come. */
  async close(taskId: string, place: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE metadata_batches SET stored_at = $3, requests = '[]' WHERE task_id = $1 AND place = $2`,
      [taskId, place, this.clock.now()],
    );
  }
}
