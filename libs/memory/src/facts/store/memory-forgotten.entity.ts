import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

/** A message that a memory was forgotten of: nothing is taken from it again. */
@Entity('memory_forgotten')
export class MemoryForgottenEntity {
  @PrimaryColumn('uuid', { name: 'contact_id', primaryKeyConstraintName: 'memory_forgotten_pk' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'memory_forgotten_contact_fk' })
  contact?: Relation<ContactEntity>;

  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'memory_forgotten_pk' })
  characterId!: string;

  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'memory_forgotten_pk' })
  messageId!: string;
}
