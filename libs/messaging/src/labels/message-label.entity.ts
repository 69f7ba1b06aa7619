import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { MessageEntity } from '../messages/message.entity.js';
import type { Facet, LabelSource } from './label-values.js';

/** What was found out about a message. Holds nothing of what was written, only words of a closed vocabulary. */
@Entity({ name: 'message_labels' })
@Index('message_labels_values', { synchronize: false })
@Index('message_labels_chat', ['chatId', 'facet'])
export class MessageLabelEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid', primaryKeyConstraintName: 'message_labels_pk' })
  messageId!: string;

  @ManyToOne(() => MessageEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'message_id', foreignKeyConstraintName: 'message_labels_message_fk' })
  message?: Relation<MessageEntity>;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'message_labels_pk' })
  facet!: Facet;

  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  /** One for sentiment and category; for tags none is an answer, too. */
  @Column({ type: 'text', array: true })
  values!: string[];

  /** 0-1, one for each value. */
  @Column({ type: 'real', array: true })
  confidences!: number[];

  @Column({ type: 'text' })
  source!: LabelSource;

  /** Null when the operator said so. */
  @Column({ type: 'text', nullable: true })
  model!: string | null;

  /** Why it has no label: a code. Null when it has one. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** When its text was read: an edit after that makes the label stale. */
  @Column({ name: 'labelled_at', type: 'timestamptz' })
  labelledAt!: Date;
}
