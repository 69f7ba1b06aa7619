import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** When groups that share it are lively, on average. One row, or none while they are too few. */
@Entity('autonomy_shared_pattern')
@Check('autonomy_shared_pattern_single', 'id = 1')
export class SharedPatternEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'autonomy_shared_pattern_pk' })
  id!: number;

  /** 24 shares, by the groups' own clocks. */
  @Column('real', { array: true })
  hours!: number[];

  /** 7 shares, Sunday first. */
  @Column('real', { array: true })
  weekdays!: number[];

  /** How many it is the average of. */
  @Column('integer')
  groups!: number;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
