import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ChatEntity, ContactEntity } from '#messaging';

/** What was said in a chat up to a message, in short. Each refresh is a row: the last one is the rolling summary, the others stay to be found. */
@Entity('memory_summaries')
@Index('memory_summaries_chat', ['chatId', 'characterId', 'id'])
@Index('memory_summaries_contact', ['contactId', 'characterId', 'id'])
@Index('memory_summaries_speakers', { synchronize: false })
export class MemorySummaryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memory_summaries_pk' })
  id!: string;

  @Column('uuid', { name: 'character_id' })
  characterId!: string;

  @Column('uuid', { name: 'chat_id' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'memory_summaries_chat_fk' })
  chat?: Relation<ChatEntity>;

  /** The other person of a direct chat; null for a group. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId!: string | null;

  @ManyToOne(() => ContactEntity, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'contact_id', foreignKeyConstraintName: 'memory_summaries_contact_fk' })
  contact?: Relation<ContactEntity> | null;

  /** In a group, the contacts of whose words it was made, with those of what it carries on; empty for a direct chat. */
  @Column('uuid', { name: 'speaker_ids', array: true })
  speakerIds!: string[];

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Sealed. */
  @Column('bytea')
  text!: Buffer;

  /** BCP 47; null when it could not be told. */
  @Column('text', { nullable: true })
  language!: string | null;

  /** 1-10. */
  @Column('smallint')
  importance!: number;

  /** Of the part of the chat that this refresh took in. */
  @Column('integer', { name: 'message_count' })
  messageCount!: number;

  @Column('timestamptz', { name: 'first_message_at' })
  firstMessageAt!: Date;

  @Column('timestamptz', { name: 'last_message_at' })
  lastMessageAt!: Date;

  /** The summary that this one carries on. */
  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  /** `extract` when it was put together from the person's own sentences. */
  @Column('text')
  model!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
