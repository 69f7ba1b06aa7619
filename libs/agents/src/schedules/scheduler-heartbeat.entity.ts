import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A process that runs the clock of the scheduled tasks. */
@Entity('scheduler_heartbeats')
export class SchedulerHeartbeatEntity {
  @PrimaryColumn('uuid', { name: 'process_id', primaryKeyConstraintName: 'scheduler_heartbeats_pk' })
  processId!: string;

  /** By the database's clock: those of the processes may differ. */
  @Column('timestamptz', { name: 'beat_at' })
  beatAt!: Date;
}
