import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity, type MessageEntity } from '#messaging';

/**
 * One message as it is found: keyed hashes of its words and a few signs. There is no link to `messages`: what was put away in an archive is
 * not there, and is found all the same.
 */
@Entity('memory_turns')
@Index('memory_turns_position', ['chatId', 'position'], { unique: true })
@Index('memory_turns_sender', ['senderId', 'chatId'], { where: 'sender_id IS NOT NULL' })
export class MemoryTurnEntity {
  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'memory_turns_pk' })
  messageId!: string;

  @Column('uuid', { name: 'chat_id' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'memory_turns_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** Grows with every write in the chat: whoever holds the chat in memory asks for what is after the last one that it knows. */
  @Column('bigint')
  position!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'sender_id', nullable: true })
  senderId!: string | null;

  @Column('text')
  author!: MessageEntity['author'];

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  /** Of the text that was indexed: another one says that it is out of date. */
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  /** As `encodeFeatures` writes it. */
  @Column('bytea')
  features!: Buffer;
}
