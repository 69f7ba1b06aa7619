import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '../../chats/chat.entity.js';
import { ContactEntity } from '../../contacts/contact.entity.js';

/** A deleted one leaves its row behind, so that nothing brings it back. */
export type ConversationStatus = 'active' | 'archived' | 'deleted';

/** Whether the title was made from the talk or given by somebody. */
export type TitleSource = 'auto' | 'custom';

/** What is known of a chat as a conversation. Every web chat has one; another chat from when its state is noted first. */
@Entity({ name: 'conversations' })
@Index('conversations_contact', ['contactId', 'status'])
@Check('conversations_status_known', `status IN ('active', 'archived', 'deleted')`)
@Check('conversations_title_source_known', `title_source IN ('auto', 'custom')`)
export class ConversationEntity {
  @PrimaryColumn({ name: 'chat_id', type: 'uuid', primaryKeyConstraintName: 'conversations_pk' })
  chatId!: string;

  @OneToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'conversations_chat_fk' })
  chat?: Relation<ChatEntity>;

  @Column({ name: 'contact_id', type: 'uuid' })
  contactId!: string;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'conversations_contact_fk' })
  contact?: Relation<ContactEntity>;

  @Column({ type: 'text', default: 'active' })
  status!: ConversationStatus;

  @Column({ name: 'title_source', type: 'text', nullable: true })
  titleSource!: TitleSource | null;

  /** Title and topics, sealed: they are words out of the talk. */
  @Column({ type: 'bytea', nullable: true })
  said!: Buffer | null;

  @Column({ type: 'text', nullable: true })
  mood!: string | null;

  @Column({ type: 'text', nullable: true })
  intent!: string | null;

  /** 0 to 10. */
  @Column({ name: 'nsfw_level', type: 'real', default: 0 })
  nsfwLevel!: number;

  @Column({ name: 'nsfw_at', type: 'timestamptz', nullable: true })
  nsfwAt!: Date | null;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
