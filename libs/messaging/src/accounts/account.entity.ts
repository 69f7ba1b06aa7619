import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

import type { Linking } from '#whatsapp';

export type WantedState = 'running' | 'stopped';

/** One linked WhatsApp account, and the lease of the process that owns it. */
@Entity({ name: 'accounts' })
@Unique('accounts_name_unique', ['name'])
export class AccountEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'accounts_pk' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  connector!: string;

  @Column({ type: 'text', default: 'STOPPED' })
  status!: string;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ name: 'status_since', type: 'timestamptz', default: () => 'now()' })
  statusSince!: Date;

  @Column({ name: 'lease_holder', type: 'text', nullable: true })
  leaseHolder!: string | null;

  /** The Postgres backend of the holder's lease connection: when it is gone, so is the holder. */
  @Column({ name: 'lease_backend_pid', type: 'integer', nullable: true })
  leaseBackendPid!: number | null;

  @Column({ name: 'lease_backend_start', type: 'timestamptz', nullable: true })
  leaseBackendStart!: Date | null;

  @Column({ name: 'lease_expires_at', type: 'timestamptz', nullable: true })
  leaseExpiresAt!: Date | null;

  /** Grows with every change of hands. What carries an older one comes from a stale holder. */
  @Column({ name: 'fencing_token', type: 'bigint', default: 0 })
  fencingToken!: string;

  /** What the operator wants of it; a connector starts and ends it accordingly. */
  @Column({ type: 'text', default: 'running' })
  wanted!: WantedState;

  /** When the operator last wanted a fresh start: a session that began for an earlier one is begun anew. */
  @Column({ name: 'start_requested_at', type: 'timestamptz', nullable: true })
  startRequestedAt!: Date | null;

  /** Set until a connector has carried the logout out. */
  @Column({ name: 'logout_requested_at', type: 'timestamptz', nullable: true })
  logoutRequestedAt!: Date | null;

  @Column({ name: 'linking_kind', type: 'text', nullable: true })
  linkingKind!: Linking['kind'] | null;

  /** What links a phone, sealed, while the account waits for one. */
  @Column({ type: 'bytea', nullable: true })
  linking!: Buffer | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
