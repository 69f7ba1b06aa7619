import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The content of a segment, where archives lie in Postgres. */
@Entity({ name: 'archive_payloads' })
export class ArchivePayloadEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'archive_payloads_pk' })
  key!: string;

  /** Sealed; packed already, so that Postgres does not try. */
  @Column({ type: 'bytea' })
  bytes!: Buffer;

  @Column({ name: 'stored_at', type: 'timestamptz' })
  storedAt!: Date;
}
