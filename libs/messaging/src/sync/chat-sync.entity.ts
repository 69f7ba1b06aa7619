import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity } from '../accounts/account.entity.js';
import { ChatEntity } from '../chats/chat.entity.js';

/** How far back a chat is compared: some recent messages, or all that the phone has. */
export type SyncKind = 'recent' | 'full';

export type SyncState = 'waiting' | 'running' | 'done' | 'failed' | 'unsupported';

/** What was last asked for a chat, how far it is compared with the phone, and what came of it. */
@Entity({ name: 'chat_syncs' })
@Index('chat_syncs_unfinished', { synchronize: false })
export class ChatSyncEntity {
  @PrimaryColumn({ name: 'chat_id', type: 'uuid', primaryKeyConstraintName: 'chat_syncs_pk' })
  chatId!: string;

  @OneToOne(() => ChatEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'chat_id', foreignKeyConstraintName: 'chat_syncs_chat_fk' })
  chat?: Relation<ChatEntity>;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'chat_syncs_account_fk' })
  account?: Relation<AccountEntity>;

  @Column({ type: 'text' })
  kind!: SyncKind;

  @Column({ type: 'text' })
  state!: SyncState;

  @Index('chat_syncs_requested')
  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  /** It was asked for while a run was under way: what came meanwhile is looked for afterwards. */
  @Column({ type: 'boolean', default: false })
  again!: boolean;

  @Column({ name: 'not_before', type: 'timestamptz' })
  notBefore!: Date;

  /** Tries in a row that failed. */
  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** When the run that is under way began. */
  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  /** Where the run goes on: the port's own mark. */
  @Column({ type: 'text', nullable: true })
  cursor!: string | null;

  /** Messages that the run has seen so far. */
  @Column({ type: 'integer', default: 0 })
  scanned!: number;

  /** When the oldest of them was sent. */
  @Column({ type: 'timestamptz', nullable: true })
  reached!: Date | null;

  /** From then on until `coveredTo` the store is known to have had what the phone had. */
  @Column({ name: 'covered_from', type: 'timestamptz', nullable: true })
  coveredFrom!: Date | null;

  @Column({ name: 'covered_to', type: 'timestamptz', nullable: true })
  coveredTo!: Date | null;

  @Column({ name: 'last_synced_at', type: 'timestamptz', nullable: true })
  lastSyncedAt!: Date | null;

  @Column({ name: 'last_full_at', type: 'timestamptz', nullable: true })
  lastFullAt!: Date | null;

  /** What the last run changed in the store. */
  @Column({ type: 'integer', default: 0 })
  added!: number;

  @Column({ type: 'integer', default: 0 })
  edited!: number;

  @Column({ type: 'integer', default: 0 })
  deleted!: number;

  @Column({ name: 'last_error_code', type: 'text', nullable: true })
  lastErrorCode!: string | null;

  @Column({ name: 'last_error_message', type: 'text', nullable: true })
  lastErrorMessage!: string | null;
}
