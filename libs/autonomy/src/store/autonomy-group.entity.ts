import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '#messaging';

import type { MoodProfile } from '../moods/mood-profile.js';
import type { EngineName } from '../groups/engine-name.js';

/** What the operator changed of moods in one group, by their names. */
export type MoodEdits = Readonly<Record<string, Partial<Omit<MoodProfile, 'name'>>>>;

/**
 * A group as the autonomy engine knows it. Its row is the lease of all that is decided there: whoever tracks or decides holds it locked, and
 * what is tracked and how far it has got stand in it together.
 */
@Entity('autonomy_groups')
@Index('autonomy_groups_due', ['nextCheckAt'])
@Check('autonomy_groups_engine_known', `engine IN ('off', 'v1', 'v2')`)
export class AutonomyGroupEntity {
  @PrimaryColumn('uuid', { name: 'chat_id', primaryKeyConstraintName: 'autonomy_groups_pk' })
  chatId!: string;

  @OneToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'autonomy_groups_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** Null follows the setting `AUTONOMY_ENGINE`. */
  @Column('text', { nullable: true })
  engine!: EngineName | null;

  @Column('boolean', { default: false })
  muted!: boolean;

  /** Null follows the setting of that name, as do the three below. */
  @Column('smallint', { name: 'actions_per_hour', nullable: true })
  actionsPerHour!: number | null;

  @Column('smallint', { name: 'actions_per_day', nullable: true })
  actionsPerDay!: number | null;

  @Column('smallint', { name: 'answers_at_once', nullable: true })
  answersAtOnce!: number | null;

  @Column('smallint', { name: 'answers_per_hour', nullable: true })
  answersPerHour!: number | null;

  /** IANA name; null follows the setting `TIME_ZONE`. */
  @Column('text', { nullable: true })
  zone!: string | null;

  /** Words of the operator, not of the group. */
  @Column('text', { array: true, default: () => `'{}'` })
  interests!: string[];

  /** Contacts that are programs. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  bots!: string[];

  @Column('boolean', { name: 'share_pattern', default: false })
  sharePattern!: boolean;

  @Column('text', { default: 'neutral' })
  mood!: string;

  /** Null only while it is frozen. */
  @Column('timestamptz', { name: 'mood_until', nullable: true })
  moodUntil!: Date | null;

  @Column('boolean', { name: 'mood_frozen', default: false })
  moodFrozen!: boolean;

  @Column('jsonb', { name: 'mood_profiles', default: () => `'{}'` })
  moodProfiles!: MoodEdits;

  /** `GroupState.bytes()`; null: nothing is known yet. */
  @Column('bytea', { nullable: true })
  state!: Buffer | null;

  /** How far its messages are tracked: `stored_at` and id of the last one. */
  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;

  @Column('uuid', { name: 'seen_id' })
  seenId!: string;

  /** How far its reactions and memberships are. */
  @Column('timestamptz', { name: 'events_at' })
  eventsAt!: Date;

  @Column('timestamptz', { name: 'next_check_at' })
  nextCheckAt!: Date;

  /** Until then something is being written for it. */
  @Column('timestamptz', { name: 'busy_until', nullable: true })
  busyUntil!: Date | null;

  /** Decisions that were written down, ever. */
  @Column('bigint', { default: 0, transformer: { from: Number, to: (value: number) => value } })
  decisions!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  /** Id of an API key, or `admin`; null: nobody has changed anything. */
  @Column('text', { name: 'changed_by', nullable: true })
  changedBy!: string | null;
}
