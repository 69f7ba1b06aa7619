import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '#messaging';

/** How far a step has taken in a chat, for one character. */
@Entity('memory_absorptions')
@Index('memory_absorptions_due', { synchronize: false })
export class AbsorptionEntity {
  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'memory_absorptions_pk' })
  characterId!: string;

  @PrimaryColumn('uuid', { name: 'chat_id', primaryKeyConstraintName: 'memory_absorptions_pk' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'memory_absorptions_chat_fk' })
  chat?: Relation<ChatEntity>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'memory_absorptions_pk' })
  step!: string;

  /** Every message up to this id was taken in: ids sort by the time they were stored. */
  @Column('uuid', { name: 'settled_id' })
  settledId!: string;

  /** Those after it that were taken in. A message may be committed after one that was stored later. */
  @Column('uuid', { name: 'recent_ids', array: true })
  recentIds!: string[];

  /** Counts its moves: whoever thought about an older place may not write. */
  @Column('integer')
  version!: number;

  /** Tries in a row that failed, for whatever reason. */
  @Column('integer')
  failures!: number;

  /** Those of them that may be the fault of what was said. */
  @Column('integer')
  strikes!: number;

  /** How many messages are taken in at once, while it is less than usual; null: as many as usual. */
  @Column('integer', { nullable: true })
  narrowed!: number | null;

  @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt!: Date | null;

  /** The code of the last failure. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  /** How many messages the chat had when it was last looked at. */
  @Column('integer', { name: 'seen_messages', nullable: true })
  seenMessages!: number | null;

  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt!: Date | null;
}
