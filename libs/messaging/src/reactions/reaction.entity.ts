import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '../chats/chat.entity.js';

/** What one person makes of one message, or made of it: a row stays when it is taken back, so that an older one that comes late is none. */
@Entity({ name: 'reactions' })
@Index('reactions_actor_unique', ['chatId', 'messageExternalId', 'actorId'], { unique: true })
@Index('reactions_chat_time', ['chatId', 'reactedAt'])
export class ReactionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'reactions_pk' })
  id!: string;

  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'reactions_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** WhatsApp's id of the message, which may come later than what people think of it. */
  @Column({ name: 'message_external_id', type: 'text' })
  messageExternalId!: string;

  /** The contact; the account itself for what we or its owner put there. */
  @Index('reactions_actor')
  @Column({ name: 'actor_id', type: 'uuid' })
  actorId!: string;

  @Column({ name: 'from_me', type: 'boolean' })
  fromMe!: boolean;

  /** Whose data key seals it. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  /** Sealed; null when it was taken back. */
  @Column({ type: 'bytea', nullable: true })
  emoji!: Buffer | null;

  @Column({ name: 'reacted_at', type: 'timestamptz' })
  reactedAt!: Date;
}
