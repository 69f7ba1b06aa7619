import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The settings that operators changed, as of one change; never changed itself. The latest holds. */
@Entity('engagement_config_versions')
export class ConfigVersionEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'engagement_config_versions_pk' })
  version!: number;

  /** By the names of the REST API; what is not in it follows the environment. */
  @Column('jsonb')
  overrides!: Readonly<Record<string, string | number | boolean>>;

  /** Id of an API key, or `admin`. */
  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('text', { nullable: true })
  note!: string | null;
}
