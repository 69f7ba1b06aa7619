import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

/** What somebody does not want to be reminded of. */
@Entity('engagement_avoided')
@Index('engagement_avoided_contact', ['contactId'])
export class AvoidedTopicEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'engagement_avoided_pk' })
  id!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'engagement_avoided_contact_fk' })
  contact?: Relation<ContactEntity>;

  /** Whose data key seals the topic: the contact who said it, also after it became one with another. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Sealed. */
  @Column('bytea')
  topic!: Buffer;

  /** The principal, or `chat`. */
  @Column('text')
  by!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
