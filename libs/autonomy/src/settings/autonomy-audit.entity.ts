import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { AuditRow } from '#security';

/** Something that an operator did about speaking unasked: the database refuses to change or remove it. Ids, names and numbers only. */
@Entity('autonomy_audit')
@Index('autonomy_audit_page', { synchronize: false })
export class AutonomyAuditEntity implements AuditRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'autonomy_audit_pk' })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  /** Id of an API key, or `admin`. */
  @Column('text')
  principal!: string;

  /** Such as `group.changed` or `feed.added`. */
  @Column('text')
  action!: string;

  /** The id of the group or the feed that it was done to. */
  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('jsonb')
  detail!: Readonly<Record<string, unknown>>;
}
