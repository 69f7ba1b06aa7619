import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { ExperimentDimension, ExperimentStatus, ExperimentVariant } from './experiment.js';

/** A comparison of ways of writing first. */
@Entity('engagement_experiments')
@Check('engagement_experiments_dimension', `dimension IN ('type', 'tone', 'template', 'timing')`)
@Check('engagement_experiments_status', `status IN ('draft', 'running', 'stopped', 'finished')`)
@Index('engagement_experiments_running', ['dimension'], { unique: true, where: "status = 'running'" })
export class ExperimentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'engagement_experiments_pk' })
  id!: string;

  /** For people. */
  @Column('text')
  name!: string;

  @Column('text')
  dimension!: ExperimentDimension;

  @Column('jsonb')
  variants!: ExperimentVariant[];

  @Column('text')
  status!: ExperimentStatus;

  /** `operator`, or `harm:` with the variant and what it did. */
  @Column('text', { name: 'stop_reason', nullable: true })
  stopReason!: string | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text', { name: 'created_by' })
  createdBy!: string;
}
