import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '../chats/chat.entity.js';
import type { Facet, LabelSource } from './label-values.js';

/** What the labels of a chat's latest messages come to, or what the operator says of it. */
@Entity({ name: 'chat_labels' })
@Index('chat_labels_values', { synchronize: false })
export class ChatLabelEntity {
  @PrimaryColumn({ name: 'chat_id', type: 'uuid', primaryKeyConstraintName: 'chat_labels_pk' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'chat_labels_chat_fk' })
  chat?: Relation<ChatEntity>;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'chat_labels_pk' })
  facet!: Facet;

  @Column({ type: 'text', array: true })
  values!: string[];

  /** 0-1, one for each value: how much of the latest messages it is true of. */
  @Column({ type: 'real', array: true })
  shares!: number[];

  @Column({ type: 'text' })
  source!: LabelSource;

  @Column({ name: 'labelled_at', type: 'timestamptz' })
  labelledAt!: Date;
}
