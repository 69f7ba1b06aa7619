import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

/** How often what a character knows of a contact has changed. */
@Entity('memory_revisions')
export class MemoryRevisionEntity {
  @PrimaryColumn('uuid', { name: 'contact_id', primaryKeyConstraintName: 'memory_revisions_pk' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'memory_revisions_contact_fk' })
  contact?: Relation<ContactEntity>;

  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'memory_revisions_pk' })
  characterId!: string;

  @Column('integer')
  revision!: number;

  /** What was said until then is never taken in again. */
  @Column('timestamptz', { name: 'forgotten_until', nullable: true })
  forgottenUntil!: Date | null;
}
