import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity } from '#messaging';

/** How far a chat was looked through for automations. */
@Entity('chat_observations')
export class ChatObservationEntity {
  @PrimaryColumn('uuid', { name: 'chat_id', primaryKeyConstraintName: 'chat_observations_pk' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'chat_observations_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** Everything up to this id was looked at: ids sort by the time they were made. */
  @Column('uuid', { name: 'settled_id' })
  settledId!: string;

  /** Those after it that were looked at. A message may be committed after one that was made later. */
  @Column('uuid', { name: 'recent_ids', array: true })
  recentIds!: string[];

  @Column('timestamptz', { name: 'observed_at' })
  observedAt!: Date;
}
