import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { FailureReason } from '../worker/failure-reason.js';

export const TASK_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The record of work that an operator or a schedule started. The queue only carries its id. */
@Entity('tasks')
@Index('tasks_key_unfinished', { synchronize: false })
@Index('tasks_unfinished', { synchronize: false })
@Check('tasks_status_known', `status IN ('queued', 'running', 'completed', 'failed', 'cancelled')`)
@Check('tasks_progress_percent', 'progress BETWEEN 0 AND 100')
export class TaskEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tasks_pk' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  agent!: string;

  /** Of one name and key only one task is unfinished at a time. */
  @Column('text', { nullable: true })
  key!: string | null;

  @Column('text', { default: 'queued' })
  status!: TaskStatus;

  /** Percent. */
  @Column('integer', { default: 0 })
  progress!: number;

  @Column('text', { name: 'progress_message', nullable: true })
  progressMessage!: string | null;

  /** The payload. */
  @Column('jsonb')
  input!: unknown;

  /** What the handler resolved to. */
  @Column('jsonb', { name: 'output_data', nullable: true })
  outputData!: unknown;

  /** Why the last try failed. */
  @Column('jsonb', { nullable: true })
  error!: FailureReason | null;

  /** Who wanted it: a principal's id, or the id of a schedule. */
  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  /** Tries so far; also says whose a running task is. */
  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  /** When the process that runs it last said so. */
  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  heartbeatAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
