import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import type { Stage } from '#memory';
import { ContactEntity } from '#messaging';

import type { EngagementType } from '../planning/engagement-type.js';
import type { Reason } from '../planning/reason.js';
import type { ContentSource, EngagementOutcome, EngagementStatus, ExperimentVariants } from './engagement.js';

/** An outreach: what `Engagement` says, sealed, with the places that it takes. */
@Entity('engagements')
@Index('engagements_pending', { synchronize: false })
@Index('engagements_queue', { synchronize: false })
@Index('engagements_moment', { synchronize: false })
@Index('engagements_due', { synchronize: false })
@Index('engagements_outbox', { synchronize: false })
@Index('engagements_sent', { synchronize: false })
@Index('engagements_unjudged', { synchronize: false })
@Index('engagements_page', { synchronize: false })
@Index('engagements_waiting', { synchronize: false })
@Index('engagements_experiment', { synchronize: false })
@Index('engagements_left', { synchronize: false })
@Index('engagements_handed', ['contactId', 'handedAt'])
@Check('engagements_type_known', `type IN ('check_in', 'emotional_support', 'memory_reminder', 'topic_suggestion')`)
@Check(
  'engagements_status_known',
  `status IN ('planned', 'approved', 'sent', 'answered', 'skipped', 'failed', 'expired')`,
)
@Check('engagements_source_known', `source IN ('model', 'template', 'operator')`)
@Check('engagements_mode_known', `mode IN ('automatic', 'approve')`)
@Check('engagements_outcome_known', `outcome IN ('answered', 'ignored', 'opted_out')`)
@Check(
  'engagements_slots_while_waiting',
  `status IN ('planned', 'approved') OR (pending_slot IS NULL AND queue_slot IS NULL)`,
)
export class EngagementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'engagements_pk' })
  id!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'engagements_contact_fk' })
  contact?: Relation<ContactEntity>;

  /** Whose data key seals the body: the contact it was planned for, also after it became one with another. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** No foreign key: chats are merged and deleted; one that is gone ends what was planned for it. */
  @Column('uuid', { name: 'chat_id' })
  chatId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'character_id' })
  characterId!: string;

  @Column('text')
  type!: EngagementType;

  @Column('text', { nullable: true })
  moment!: string | null;

  @Column('uuid', { name: 'memory_ids', array: true })
  memoryIds!: string[];

  @Column('text')
  status!: EngagementStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb')
  reasons!: readonly Reason[];

  /** Sealed, while it waits. */
  @Column('bytea', { nullable: true })
  body!: Buffer | null;

  /** Keyed hash of the text, so that none is sent twice. */
  @Column('text', { nullable: true })
  wording!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  source!: ContentSource | null;

  @Column('text', { name: 'template_id', nullable: true })
  templateId!: string | null;

  @Column('jsonb', { nullable: true })
  experiment!: ExperimentVariants | null;

  @Column('text')
  mode!: 'automatic' | 'approve';

  @Column('text')
  stage!: Stage;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'handed_at', nullable: true })
  handedAt!: Date | null;

  @Column('uuid', { name: 'outbox_id', nullable: true })
  outboxId!: string | null;

  @Column('uuid', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: EngagementOutcome | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('bigint', { name: 'response_ms', nullable: true })
  responseMs!: string | null;

  @Column('real', { nullable: true })
  sentiment!: number | null;

  /** Its place among those that wait for one person: a wall that no race gets over. */
  @Column('smallint', { name: 'pending_slot', nullable: true })
  pendingSlot!: number | null;

  /** Its place among all that wait. */
  @Column('integer', { name: 'queue_slot', nullable: true })
  queueSlot!: number | null;

  @Column('integer', { default: 0 })
  revision!: number;
}
