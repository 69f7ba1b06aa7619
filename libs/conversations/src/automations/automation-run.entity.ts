import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import type { ActionKind } from './automation.js';
import { AutomationEntity } from './automation.entity.js';

/** `dropped`: the automation was switched off, or the message is gone, before anything was done. */
export type RunState = 'waiting' | 'done' | 'failed' | 'dropped';

/** What became of one action. */
export interface ActionOutcome {
  readonly kind: ActionKind;
  /** `handed-over`: a delivery of its own brings it about. `waiting`: something keeps it from being done yet; it is tried again. */
  readonly outcome: 'done' | 'handed-over' | 'waiting' | 'skipped' | 'failed';
  /** Why it waits, was skipped or failed: a code. */
  readonly reason?: string;
}

/** What became of an action, of whatever kind. */
export type ActionResult = Omit<ActionOutcome, 'kind'>;

/** An automation that applies to a message: at most once, ever. Names messages without owning them: they come and go with archives. */
@Entity('automation_runs')
@Unique('automation_runs_once', ['automationId', 'messageId'])
@Index('automation_runs_page', ['automationId', 'id'])
@Index('automation_runs_waiting', { synchronize: false })
@Check('automation_runs_state_known', `state IN ('waiting', 'done', 'failed', 'dropped')`)
export class AutomationRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'automation_runs_pk' })
  id!: string;

  @Column('uuid', { name: 'automation_id' })
  automationId!: string;

  @ManyToOne(() => AutomationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'automation_id', foreignKeyConstraintName: 'automation_runs_automation_fk' })
  automation?: Relation<AutomationEntity>;

  @Column('uuid', { name: 'message_id' })
  messageId!: string;

  /** The chat in which the message was when it matched. */
  @Column('uuid', { name: 'chat_id' })
  chatId!: string;

  /** The version of the automation that matched. */
  @Column('integer')
  version!: number;

  @Column('text', { array: true })
  reasons!: string[];

  @Column('text', { default: 'waiting' })
  state!: RunState;

  @Column('jsonb', { default: [] })
  outcomes!: ActionOutcome[];

  @Column('integer', { default: 0 })
  attempts!: number;

  /** Until then it belongs to the worker that took it. */
  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
