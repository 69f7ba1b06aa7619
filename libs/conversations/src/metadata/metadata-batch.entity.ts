import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { BatchedMessages } from './batched-messages.js';

/** Questions that a task has handed to the provider in one batch, so that a restart fetches the answers and asks nothing twice. */
@Entity({ name: 'metadata_batches' })
export class MetadataBatchEntity {
  @PrimaryColumn({ name: 'task_id', type: 'uuid', primaryKeyConstraintName: 'metadata_batches_pk' })
  taskId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'metadata_batches_pk' })
  place!: number;

  /** The provider's id; null when we do not know whether it took the batch. */
  @Column({ name: 'batch_id', type: 'text', nullable: true })
  batchId!: string | null;

  /** The messages of each question, in the order of their numbers. */
  @Column({ type: 'jsonb' })
  requests!: readonly BatchedMessages[];

  @Column({ name: 'submitted_at', type: 'timestamptz' })
  submittedAt!: Date;

  @Column({ name: 'stored_at', type: 'timestamptz', nullable: true })
  storedAt!: Date | null;
}
