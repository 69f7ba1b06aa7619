import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

/** The portrait of a contact that every answer sees, and how far what is known of them was reflected on. */
@Entity('memory_profiles')
@Unique('memory_profiles_id_unique', ['id'])
export class MemoryProfileEntity {
  @PrimaryColumn('uuid', { name: 'contact_id', primaryKeyConstraintName: 'memory_profiles_pk' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'memory_profiles_contact_fk' })
  contact?: Relation<ContactEntity>;

  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'memory_profiles_pk' })
  characterId!: string;

  /** Where the text is sealed. */
  @Column('uuid')
  id!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Sealed; null when nothing is known. */
  @Column('bytea', { nullable: true })
  text!: Buffer | null;

  /** The memories that it tells of, the most important first. When one of them is gone or over, so is the portrait. */
  @Column('uuid', { name: 'fact_ids', array: true })
  factIds!: string[];

  /** Null when it was put together from the memories as they are. */
  @Column('text', { nullable: true })
  model!: string | null;

  /** The revision of what is known that was reflected on. */
  @Column('integer')
  revision!: number;

  @Column('timestamptz', { name: 'reflected_at' })
  reflectedAt!: Date;
}
