import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a reason kept us from writing first on one day (UTC). */
@Entity('engagement_skips')
export class EngagementSkipEntity {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'engagement_skips_pk' })
  day!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'engagement_skips_pk' })
  reason!: string;

  /** `any`, when it did not come to choosing one. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'engagement_skips_pk' })
  type!: string;

  @Column('integer')
  count!: number;
}
