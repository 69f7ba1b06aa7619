import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { AuditRow } from '#security';

/** Something that an operator did about writing first: the database refuses to change or remove it. Without bodies and phone numbers. */
@Entity('engagement_audit')
@Index('engagement_audit_page', { synchronize: false })
export class AuditEntity implements AuditRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'engagement_audit_pk' })
  id!: string;

  @Column('timestamptz')
  at!: Date;

  /** Id of an API key, or `admin`. */
  @Column('text')
  principal!: string;

  /** Such as `config.changed` or `engagement.approved`. */
  @Column('text')
  action!: string;

  /** The id of what it was done to. */
  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('jsonb')
  detail!: Readonly<Record<string, unknown>>;
}
