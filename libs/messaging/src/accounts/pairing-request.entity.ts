import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { AccountEntity } from './account.entity.js';

/** Somebody waits for a code that links a phone; the connector that holds the account writes the answer into it. */
@Entity({ name: 'pairing_requests' })
@Index('pairing_requests_waiting', { synchronize: false })
export class PairingRequestEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pairing_requests_pk' })
  id!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'pairing_requests_account_fk' })
  account?: Relation<AccountEntity>;

  /** Sealed, like the code. */
  @Column({ type: 'bytea' })
  phone!: Buffer;

  @Column({ type: 'bytea', nullable: true })
  code!: Buffer | null;

  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode!: string | null;

  @Column({ name: 'error_message', type: 'text', nullable: true })
  errorMessage!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'taken_at', type: 'timestamptz', nullable: true })
  takenAt!: Date | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}
