import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity, ChatEntity } from '#messaging';

import type { ArchiveCodec } from './codec/archive-codec.js';
import type { ArchiveStoreName } from './store/archive-store.js';

export const ARCHIVE_STATES = ['complete', 'damaged'] as const;

/** `complete`: all of it is there. `damaged`: it could not be read, or a restore was refused; `damage` says why. */
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

/** What was put away of a chat at one time. */
@Entity({ name: 'archives' })
@Index('archives_chat', ['chatId'])
@Index('archives_page', { synchronize: false })
@Index('archives_media', { synchronize: false })
export class ArchiveEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'archives_pk' })
  id!: string;

  @Column({ name: 'chat_id', type: 'uuid' })
  chatId!: string;

  @ManyToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'archives_chat_fk' })
  chat?: Relation<ChatEntity>;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'archives_account_fk' })
  account?: Relation<AccountEntity>;

  /** Whose key seals what is nobody's own words: the chat's when it was put away. */
  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  state!: ArchiveState;

  @Column({ type: 'text', nullable: true })
  damage!: string | null;

  /** Why it was put away, as whoever wanted it said. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** A principal's id, or the id of a schedule. */
  @Column({ name: 'requested_by', type: 'text' })
  requestedBy!: string;

  @Column({ name: 'task_id', type: 'uuid', nullable: true })
  taskId!: string | null;

  @Column({ name: 'message_count', type: 'integer' })
  messageCount!: number;

  @Column({ name: 'first_message_at', type: 'timestamptz' })
  firstMessageAt!: Date;

  @Column({ name: 'last_message_at', type: 'timestamptz' })
  lastMessageAt!: Date;

  @Column({ type: 'text' })
  store!: ArchiveStoreName;

  @Column({ type: 'text' })
  codec!: ArchiveCodec;

  /** Of its payloads. */
  @Column({ name: 'stored_bytes', type: 'bigint' })
  storedBytes!: string;

  /** Of the values of its rows, as the database gives them out. */
  @Column({ name: 'original_bytes', type: 'bigint' })
  originalBytes!: string;

  /** Of the checksums of its payloads, in their order. */
  @Column({ type: 'bytea' })
  sha256!: Buffer;

  /** Files of attachments that belong to its messages, below `DATA_DIR/media`: they are not stray. */
  @Column({ name: 'media_paths', type: 'text', array: true, default: () => "'{}'" })
  mediaPaths!: string[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
