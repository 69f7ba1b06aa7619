import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '../../chats/chat.entity.js';
import { ContactEntity } from '../../contacts/contact.entity.js';
import type { PersonEventName } from './person-event.js';

/** Something that a person's clients must not miss. Texts are not in it: they are where the message is. */
@Entity({ name: 'person_events' })
export class PersonEventEntity {
  @PrimaryColumn({ name: 'contact_id', type: 'uuid', primaryKeyConstraintName: 'person_events_pk' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'person_events_contact_fk' })
  contact?: Relation<ContactEntity>;

  /** Without a gap, in the order of the commits. */
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'person_events_pk' })
  position!: string;

  @Index('person_events_chat')
  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'person_events_chat_fk' })
  chat?: Relation<ChatEntity>;

  @Column({ type: 'text' })
  event!: PersonEventName;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  payload!: object | null;

  @Index('person_events_created')
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
