import { Column, Entity, Generated, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity } from '../../accounts/account.entity.js';
import { ChatEntity } from '../../chats/chat.entity.js';

export type GestureKind = 'reaction' | 'read';

/** What the operator does in a chat without a word. It waits here for the connector, and its row goes when it is done. */
@Entity({ name: 'chat_gestures' })
@Index('chat_gestures_waiting', ['accountId', 'position'])
export class GestureEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'chat_gestures_pk' })
  id!: string;

  /** Counts up: the last reaction to a message is the one that stays. */
  @Column({ type: 'bigint' })
  @Generated('increment')
  position!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'chat_gestures_account_fk' })
  account?: Relation<AccountEntity>;

  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'chat_gestures_chat_fk' })
  chat?: Relation<ChatEntity>;

  @Column({ type: 'text' })
  kind!: GestureKind;

  /** WhatsApp's ids. */
  @Column({ name: 'message_ids', type: 'text', array: true })
  messageIds!: string[];

  /** Of a reaction; '' takes it back. */
  @Column({ type: 'text', default: '' })
  emoji!: string;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'not_before', type: 'timestamptz' })
  notBefore!: Date;
}
