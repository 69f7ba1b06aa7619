import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Up to when something was looked through, whoever did it. */
@Entity('automation_marks')
export class AutomationMarkEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'automation_marks_pk' })
  name!: string;

  @Column('timestamptz')
  at!: Date;
}
