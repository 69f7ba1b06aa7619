import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

import type { Stage } from './stage.js';

/** How a character and a contact stand with each other, as of the last thing that the contact said. `Standing` tells what each number is. */
@Entity('relationships')
@Unique('relationships_id_unique', ['id'])
@Check('relationships_bounds', 'least(level, trust, intimacy) >= 0 AND greatest(level, trust, intimacy) <= 100')
export class RelationshipEntity {
  @PrimaryColumn('uuid', { name: 'contact_id', primaryKeyConstraintName: 'relationships_pk' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'relationships_contact_fk' })
  contact?: Relation<ContactEntity>;

  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'relationships_pk' })
  characterId!: string;

  /** Where `shared` is sealed: it stays when the contact turns out to be another. */
  @Column('uuid')
  id!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('double precision')
  level!: number;

  @Column('double precision')
  trust!: number;

  @Column('double precision')
  intimacy!: number;

  @Column('double precision', { name: 'level_root' })
  levelRoot!: number;

  @Column('double precision', { name: 'trust_root' })
  trustRoot!: number;

  @Column('double precision', { name: 'intimacy_root' })
  intimacyRoot!: number;

  @Column('double precision')
  tone!: number;

  @Column('double precision')
  openness!: number;

  @Column('double precision', { name: 'recent_talk' })
  recentTalk!: number;

  @Column('double precision', { name: 'recent_harm' })
  recentHarm!: number;

  @Column('text')
  stage!: Stage;

  @Column('timestamptz', { name: 'high_since', nullable: true })
  highSince!: Date | null;

  @Column('integer', { name: 'total_interactions' })
  totalInteractions!: number;

  @Column('timestamptz', { name: 'first_interaction_at', nullable: true })
  firstInteractionAt!: Date | null;

  @Column('timestamptz', { name: 'last_interaction_at', nullable: true })
  lastInteractionAt!: Date | null;

  /** When we last wrote first. It is no interaction: absence goes on for whoever does not answer. */
  @Column('timestamptz', { name: 'last_reached_out_at', nullable: true })
  lastReachedOutAt!: Date | null;

  /** Topics and experiences, as JSON, sealed. */
  @Column('bytea', { nullable: true })
  shared!: Buffer | null;

  /** Counts the writes. */
  @Column('integer')
  version!: number;
}
