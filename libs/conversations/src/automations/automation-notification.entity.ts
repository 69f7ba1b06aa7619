import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AutomationRunEntity } from './automation-run.entity.js';

/** What the operator was told of. */
@Entity('automation_notifications')
export class AutomationNotificationEntity {
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: 'automation_notifications_pk' })
  runId!: string;

  @ManyToOne(() => AutomationRunEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'run_id', foreignKeyConstraintName: 'automation_notifications_run_fk' })
  run?: Relation<AutomationRunEntity>;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
