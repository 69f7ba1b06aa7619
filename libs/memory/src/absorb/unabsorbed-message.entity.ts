import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '#messaging';

/** A message that a step could not take in, by itself and after several tries. What came after it went on. */
@Entity('memory_unabsorbed')
@Index('memory_unabsorbed_chat', ['chatId'])
export class UnabsorbedMessageEntity {
  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'memory_unabsorbed_pk' })
  characterId!: string;

  @PrimaryColumn('uuid', { name: 'message_id', primaryKeyConstraintName: 'memory_unabsorbed_pk' })
  messageId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'memory_unabsorbed_pk' })
  step!: string;

  @Column('uuid', { name: 'chat_id' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'memory_unabsorbed_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** A code, never what somebody wrote. */
  @Column('text')
  reason!: string;

  @Column('timestamptz')
  at!: Date;
}
