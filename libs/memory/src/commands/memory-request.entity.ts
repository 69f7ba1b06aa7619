import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

/** Something that a person asked of the memory, done once for each message, and what may not come back because of it. */
@Entity('memory_requests')
@Index('memory_requests_contact', ['contactId'])
export class MemoryRequestEntity {
  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'memory_requests_pk' })
  characterId!: string;

  /** The message that asked. */
  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'memory_requests_pk' })
  messageId!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'memory_requests_contact_fk' })
  contact?: Relation<ContactEntity>;

  @Column('text')
  kind!: string;

  /** What is to be forgotten as a query of keyed words; null for everything, and where nothing is. */
  @Column('text', { nullable: true })
  words!: string | null;

  /** How many memories it concerned. */
  @Column('integer')
  count!: number;

  /** When it was asked: what was said until then stays forgotten. */
  @Column('timestamptz')
  at!: Date;
}
