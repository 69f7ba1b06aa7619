import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import type { Action } from '../engine/action.js';
import type { Reason } from '../engine/decision.js';
import type { Signals } from '../engine/signals.js';
import type { EngineName } from '../groups/engine-name.js';
import type { Obstacle } from '../groups/obstacle.js';
import type { Trigger } from '../groups/trigger.js';
import { AutonomyGroupEntity } from './autonomy-group.entity.js';
import type { DecisionStatus } from './stored-decision.js';

/** One of the last decisions of a group. There are 200 places for each group; the oldest gives way. */
@Entity('autonomy_decisions')
@Unique('autonomy_decisions_id_unique', ['id'])
@Index('autonomy_decisions_writing', { synchronize: false })
@Check('autonomy_decisions_trigger_known', `trigger IN ('message', 'tick', 'operator')`)
@Check('autonomy_decisions_status_known', `status IN ('none', 'writing', 'handed', 'dropped', 'failed')`)
export class AutonomyDecisionEntity {
  @PrimaryColumn('uuid', { name: 'chat_id', primaryKeyConstraintName: 'autonomy_decisions_pk' })
  chatId!: string;

  @ManyToOne(() => AutonomyGroupEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'autonomy_decisions_group_fk' })
  group?: Relation<AutonomyGroupEntity>;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'autonomy_decisions_pk' })
  slot!: number;

  @Column('uuid')
  id!: string;

  /** Counts up within the group. */
  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } })
  number!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  trigger!: Trigger;

  @Column('text')
  engine!: EngineName;

  @Column('text')
  mood!: string;

  @Column('text', { nullable: true })
  action!: Action | null;

  /** Keyed id of whom it is about. */
  @Column('bigint', {
    nullable: true,
    transformer: {
      from: (value: string | null) => (value === null ? null : Number(value)),
      to: (value: number | null) => value,
    },
  })
  member!: number | null;

  @Column('real')
  score!: number;

  @Column('text', { nullable: true })
  obstacle!: Obstacle | null;

  @Column('jsonb')
  reasons!: readonly Reason[];

  @Column('jsonb')
  signals!: Signals;

  @Column('text')
  status!: DecisionStatus;

  /** Why nothing left. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
