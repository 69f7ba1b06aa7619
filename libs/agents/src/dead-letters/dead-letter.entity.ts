import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A task that failed for good. */
@Entity('dead_letters')
@Index('dead_letters_task', { synchronize: false })
export class DeadLetterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dead_letters_pk' })
  id!: string;

  @Column('text')
  agent!: string;

  @Column('text')
  task!: string;

  /** Its record, when it has one. */
  @Column('uuid', { name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column('jsonb')
  payload!: unknown;

  @Column('text', { name: 'reason_code' })
  reasonCode!: string;

  @Column('text', { name: 'reason_message' })
  reasonMessage!: string;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'failed_at' })
  failedAt!: Date;

  @Column('timestamptz', { name: 'retried_at', nullable: true })
  retriedAt!: Date | null;
}
