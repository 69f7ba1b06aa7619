import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '../chats/chat.entity.js';
import { ContactEntity } from '../contacts/contact.entity.js';

/** Somebody of whom we saw that they came into a group or left it. Who was there before us and stayed is not in here. */
@Entity({ name: 'chat_members' })
export class ChatMemberEntity {
  @PrimaryColumn({ name: 'chat_id', type: 'uuid', primaryKeyConstraintName: 'chat_members_pk' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'chat_members_chat_fk' })
  chat?: Relation<ChatEntity>;

  @Index('chat_members_contact')
  @PrimaryColumn({ name: 'contact_id', type: 'uuid', primaryKeyConstraintName: 'chat_members_pk' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'chat_members_contact_fk' })
  contact?: Relation<ContactEntity>;

  @Column({ type: 'boolean' })
  present!: boolean;

  @Column({ name: 'joined_at', type: 'timestamptz', nullable: true })
  joinedAt!: Date | null;

  @Column({ name: 'left_at', type: 'timestamptz', nullable: true })
  leftAt!: Date | null;

  /** When what `present` says happened: an older change that comes late does not undo it. */
  @Index('chat_members_changed')
  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
