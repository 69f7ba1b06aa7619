import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ContactEntity } from '#messaging';

/** A wish that was said in a chat, and is done: each message once. */
@Entity('engagement_wishes')
@Index('engagement_wishes_contact', ['contactId'])
export class EngagementWishEntity {
  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'engagement_wishes_pk' })
  messageId!: string;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'engagement_wishes_contact_fk' })
  contact?: Relation<ContactEntity>;

  @Column('text')
  kind!: string;

  @Column('timestamptz')
  at!: Date;
}
