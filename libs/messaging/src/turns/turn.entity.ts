import { Column, Entity, Generated, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '../chats/chat.entity.js';

export type TurnState = 'pending' | 'answered' | 'silent';

/** What is done for a turn that is not answered: `watch` looks at it and says nothing, `say` may say what must be said. */
export type TurnDuty = 'watch' | 'say';

/** One burst of messages and what became of it: at most one answer, and a reason where there is none. */
@Entity({ name: 'turns' })
@Index('turns_chat', ['chatId', 'createdAt'])
@Index('turns_pending', { synchronize: false })
export class TurnEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'turns_pk' })
  id!: string;

  /** Counts up under the chat's lock: the order of turns, whatever the workers' clocks say. */
  @Column({ type: 'bigint' })
  @Generated('increment')
  position!: string;

  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'turns_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** The agent that answers it. */
  @Column({ type: 'text' })
  agent!: string;

  @Column({ type: 'text' })
  state!: TurnState;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** Raised when something joins the turn: an answer that was made for an earlier one is made anew. */
  @Column({ type: 'integer', default: 0 })
  revision!: number;

  /** None: it is answered. */
  @Column({ type: 'text', nullable: true })
  duty!: TurnDuty | null;

  /** Until when one worker has it to itself. */
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
