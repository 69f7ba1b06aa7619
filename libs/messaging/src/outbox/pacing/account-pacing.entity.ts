import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity } from '../../accounts/account.entity.js';
import type { AccountHoldReason } from './pace-gate.js';

/** What an account may send, now. Locked by whatever passes the last gate, so that no race goes past a limit. */
@Entity({ name: 'account_pacing' })
export class AccountPacingEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'account_pacing_pk' })
  accountId!: string;

  @OneToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'account_pacing_account_fk' })
  account?: Relation<AccountEntity>;

  /** Null together with `refilledAt`: nothing was paced yet. */
  @Column({ type: 'double precision', nullable: true })
  tokens!: number | null;

  @Column({ name: 'refilled_at', type: 'timestamptz', nullable: true })
  refilledAt!: Date | null;

  /** Until then nobody looks at what waits in this account. */
  @Column({ name: 'held_until', type: 'timestamptz', nullable: true })
  heldUntil!: Date | null;

  @Column({ name: 'held_reason', type: 'text', nullable: true })
  heldReason!: AccountHoldReason | null;

  /** When the operator stopped all sending; null while it goes on. */
  @Column({ name: 'stopped_at', type: 'timestamptz', nullable: true })
  stoppedAt!: Date | null;

  /** When it first sent at a pace: its warm-up counts from here. */
  @Column({ name: 'warm_since', type: 'timestamptz', nullable: true })
  warmSince!: Date | null;
}
