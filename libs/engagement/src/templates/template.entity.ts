import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

import type { EngagementType } from '../planning/engagement-type.js';
import type { Scenario } from './template.js';

/** A template of an operator, or one that ships with the program and was switched off. */
@Entity('engagement_templates')
@Unique('engagement_templates_replaces', ['replaces'])
@Unique('engagement_templates_wording', ['type', 'language', 'scenario', 'text'])
@Check(
  'engagement_templates_type_known',
  `type IN ('check_in', 'emotional_support', 'memory_reminder', 'topic_suggestion')`,
)
export class TemplateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'engagement_templates_pk' })
  id!: string;

  /** Key of the shipped template that this row speaks for. */
  @Column('text', { nullable: true })
  replaces!: string | null;

  @Column('text')
  type!: EngagementType;

  @Column('text')
  language!: string;

  @Column('text')
  scenario!: Scenario;

  @Column('text', { nullable: true })
  tone!: string | null;

  @Column('text')
  text!: string;

  @Column('text', { name: 'cloud_name', nullable: true })
  cloudName!: string | null;

  @Column('text', { name: 'cloud_language', nullable: true })
  cloudLanguage!: string | null;

  @Column('boolean')
  enabled!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}
