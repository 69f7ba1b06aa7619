import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export type SlotOutcome = 'run' | 'skipped';

/** One time of a schedule. Whoever inserts the row has it to itself: the primary key is what makes it run once. */
@Entity('schedule_slots')
@Check('schedule_slots_outcome_known', `outcome IN ('run', 'skipped')`)
export class ScheduleSlotEntity {
  @PrimaryColumn('text', { name: 'schedule_id', primaryKeyConstraintName: 'schedule_slots_pk' })
  scheduleId!: string;

  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'schedule_slots_pk' })
  slot!: Date;

  @Column('timestamptz', { name: 'claimed_at' })
  claimedAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  /** Null while it runs. */
  @Column('text', { nullable: true })
  outcome!: SlotOutcome | null;

  /** Why it was skipped or how it failed; `triggered` for a run that somebody asked for. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
