import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

import type { EngagementType } from '../planning/engagement-type.js';
import type { Frequency } from '../planning/frequency.js';
import type { Reason } from '../planning/reason.js';

/** What is known of somebody for writing to them first: what they wish, when they answer, and when they are looked at again. */
@Entity('engagement_people')
@Index('engagement_people_due', { synchronize: false })
@Check('engagement_people_frequency_known', `frequency IN ('off', 'low', 'normal', 'high')`)
@Check('engagement_people_zone_by_known', `zone_by IN ('operator', 'chat')`)
@Check('engagement_people_language_by_known', `language_by IN ('operator', 'detected')`)
@Check(
  'engagement_people_quiet_bounds',
  '(quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from BETWEEN 0 AND 1439 AND quiet_until BETWEEN 0 AND 1439',
)
export class EngagementPersonEntity {
  @PrimaryColumn('uuid', { name: 'contact_id', primaryKeyConstraintName: 'engagement_people_pk' })
  contactId!: string;

  @OneToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'engagement_people_contact_fk' })
  contact?: Relation<ContactEntity>;

  /** Who wrote to them first last time, or would have. */
  @Column('uuid', { name: 'character_id', nullable: true })
  characterId!: string | null;

  @Column('uuid', { name: 'chat_id', nullable: true })
  chatId!: string | null;

  /** Null: `normal`. */
  @Column('text', { nullable: true })
  frequency!: Frequency | null;

  /** Minutes of their day, 0-1439; null: `PROACTIVE_QUIET_HOURS`. */
  @Column('smallint', { name: 'quiet_from', nullable: true })
  quietFrom!: number | null;

  @Column('smallint', { name: 'quiet_until', nullable: true })
  quietUntil!: number | null;

  /** IANA name; null: as their number says. */
  @Column('text', { nullable: true })
  zone!: string | null;

  @Column('text', { name: 'zone_by', nullable: true })
  zoneBy!: 'operator' | 'chat' | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { name: 'language_by', nullable: true })
  languageBy!: 'operator' | 'detected' | null;

  /** The principal, or `chat`. */
  @Column('text', { name: 'preferences_by', nullable: true })
  preferencesBy!: string | null;

  @Column('timestamptz', { name: 'preferences_at', nullable: true })
  preferencesAt!: Date | null;

  /** How often they answered outreaches at each hour of their day, 24 counts. */
  @Column('smallint', { array: true, nullable: true })
  hours!: number[] | null;

  /** Outreaches in a row without an answer. */
  @Column('smallint', { default: 0 })
  unanswered!: number;

  @Column('timestamptz', { name: 'paused_until', nullable: true })
  pausedUntil!: Date | null;

  @Column('timestamptz', { name: 'last_engaged_at', nullable: true })
  lastEngagedAt!: Date | null;

  /** As of the last look. */
  @Column('timestamptz', { name: 'last_heard_at', nullable: true })
  lastHeardAt!: Date | null;

  @Column('text', { name: 'last_type', nullable: true })
  lastType!: EngagementType | null;

  /** When the planner looks at them; null: not before they write. */
  @Column('timestamptz', { name: 'next_look_at', nullable: true })
  nextLookAt!: Date | null;

  @Column('timestamptz', { name: 'looked_at', nullable: true })
  lookedAt!: Date | null;

  /** What came of the last look: the code that decided it. */
  @Column('text', { name: 'looked_reason', nullable: true })
  lookedReason!: string | null;

  @Column('jsonb', { name: 'looked_reasons', nullable: true })
  lookedReasons!: readonly Reason[] | null;
}
