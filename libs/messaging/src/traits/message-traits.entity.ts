import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '../chats/chat.entity.js';

/** What is known of a message beside its text. It stays while the message itself is in an archive. */
@Entity({ name: 'message_traits' })
export class MessageTraitsEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid', primaryKeyConstraintName: 'message_traits_pk' })
  messageId!: string;

  @Index('message_traits_chat')
  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'message_traits_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** Which character said it; null of a person's, and where nobody noted it. Characters are kept floors above: there is no key to them. */
  @Column({ name: 'character_id', type: 'uuid', nullable: true })
  characterId!: string | null;

  /** Of the whole answer: on its first part only. */
  @Column({ type: 'integer', nullable: true })
  tokens!: number | null;

  @Column({ name: 'generation_ms', type: 'integer', nullable: true })
  generationMs!: number | null;

  @Column({ type: 'text', nullable: true })
  model!: string | null;

  @Column({ type: 'text', nullable: true })
  mood!: string | null;

  /** 0 to 10. */
  @Column({ name: 'nsfw_level', type: 'smallint', nullable: true })
  nsfwLevel!: number | null;

  /** The turn that it answers. */
  @Column({ name: 'response_id', type: 'uuid', nullable: true })
  responseId!: string | null;

  @Column({ type: 'smallint', nullable: true })
  part!: number | null;

  /** Of how many parts its answer is. */
  @Column({ type: 'smallint', nullable: true })
  parts!: number | null;

  /** When the other side read it. */
  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}
