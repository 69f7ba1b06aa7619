import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import { AutomationRunEntity } from './automation-run.entity.js';

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** Something that a receiver is to be told. What it is told is read from the message at each try, and kept nowhere. */
@Entity('webhook_deliveries')
@Unique('webhook_deliveries_run_unique', ['runId'])
@Index('webhook_deliveries_due', { synchronize: false })
@Check('webhook_deliveries_state_known', `state IN ('waiting', 'delivered', 'failed')`)
export class WebhookDeliveryEntity {
  /** The receiver sees it, too: by it a repeat is known. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_deliveries_pk' })
  id!: string;

  @Column('uuid', { name: 'run_id' })
  runId!: string;

  @ManyToOne(() => AutomationRunEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'run_id', foreignKeyConstraintName: 'webhook_deliveries_run_fk' })
  run?: Relation<AutomationRunEntity>;

  @Column('text')
  url!: string;

  @Column('text', { default: 'waiting' })
  state!: DeliveryState;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** When it is tried next, and until when the try that is under way is waited for; null when it is over. */
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt!: Date | null;

  /** HTTP status of the last answer; null when there was none. */
  @Column('integer', { name: 'last_status', nullable: true })
  lastStatus!: number | null;

  /** What was wrong at the last try: a code, and what to do about it. Never what the receiver said. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
