import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

import type { EmotionLabel } from './emotion.js';

/** What a contact seemed to feel in a conversation: a word of a closed set, nothing of what was said. */
@Entity('emotional_states')
@Index('emotional_states_latest', ['contactId', 'characterId', 'at'])
export class EmotionalStateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'emotional_states_pk' })
  id!: string;

  @Column('uuid', { name: 'character_id' })
  characterId!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'emotional_states_contact_fk' })
  contact?: Relation<ContactEntity>;

  @Column('text')
  emotion!: EmotionLabel;

  /** -1 to 1. */
  @Column('real')
  valence!: number;

  /** 0-1. */
  @Column('real')
  intensity!: number;

  @Column('timestamptz')
  at!: Date;
}
