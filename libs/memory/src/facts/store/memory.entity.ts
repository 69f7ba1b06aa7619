import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

import type { MemoryCategory } from '../memory-category.js';
import type { MemoryOrigin, MemoryReason, MemoryStatus } from '../memory-fact.js';

/** One version of something that a character knows of a contact. */
@Entity('memories')
@Index('memories_page', ['contactId', 'characterId', 'id'])
@Index('memories_ending', { synchronize: false })
@Index('memories_single', { synchronize: false })
@Index('memories_coming', { synchronize: false })
@Check('memories_status_known', `status IN ('active', 'pending', 'held', 'closed')`)
@Check('memories_valid_order', 'valid_from <= valid_until')
@Check('memories_known_order', 'known_from <= known_until')
export class MemoryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memories_pk' })
  id!: string;

  @Column('uuid', { name: 'character_id' })
  characterId!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'memories_contact_fk' })
  contact?: Relation<ContactEntity>;

  /** The group it was said in, and is used in. Null: in private. */
  @Column('uuid', { name: 'chat_id', nullable: true })
  chatId!: string | null;

  /** Whose data key seals the text: the contact it was said by, also after it became one with another. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Sealed. */
  @Column('bytea')
  text!: Buffer;

  /** Keyed hashes of its words. */
  @Column('tsvector')
  search!: string;

  /** Keyed hash of the whole text. */
  @Column('text')
  wording!: string;

  /** Keyed hash of what it is about. */
  @Column('text', { nullable: true })
  topic!: string | null;

  /** Of its topic one is active at a time. */
  @Column('boolean')
  single!: boolean;

  @Column('text')
  category!: MemoryCategory;

  @Column('text')
  status!: MemoryStatus;

  @Column('text', { nullable: true })
  reason!: MemoryReason | null;

  @Column('text')
  origin!: MemoryOrigin;

  /** 0-1. */
  @Column('real')
  confidence!: number;

  /** 1-10. */
  @Column('smallint')
  importance!: number;

  @Column('timestamptz', { name: 'first_mentioned_at' })
  firstMentionedAt!: Date;

  @Column('timestamptz', { name: 'last_reinforced_at' })
  lastReinforcedAt!: Date;

  @Column('integer', { name: 'reinforcement_count' })
  reinforcementCount!: number;

  @Column('timestamptz', { name: 'valid_from', nullable: true })
  validFrom!: Date | null;

  @Column('timestamptz', { name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  @Column('timestamptz', { name: 'known_from' })
  knownFrom!: Date;

  @Column('timestamptz', { name: 'known_until', nullable: true })
  knownUntil!: Date | null;

  @Column('uuid', { name: 'replaces_id', nullable: true })
  replacesId!: string | null;

  @Column('uuid', { name: 'replaced_by_id', nullable: true })
  replacedById!: string | null;
}
