import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity } from '../accounts/account.entity.js';
import type { SyncKind, SyncState } from './chat-sync.entity.js';

/** That the chats which only the phone has shall be found. */
@Entity({ name: 'account_syncs' })
export class AccountSyncEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'account_syncs_pk' })
  accountId!: string;

  @OneToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'account_syncs_account_fk' })
  account?: Relation<AccountEntity>;

  /** How the chats that are found shall be compared. */
  @Column({ type: 'text' })
  kind!: SyncKind;

  @Column({ type: 'text' })
  state!: SyncState;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  @Column({ name: 'not_before', type: 'timestamptz' })
  notBefore!: Date;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'last_error_code', type: 'text', nullable: true })
  lastErrorCode!: string | null;

  @Column({ name: 'last_error_message', type: 'text', nullable: true })
  lastErrorMessage!: string | null;
}
