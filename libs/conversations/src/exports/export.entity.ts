import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { ExportFormat } from './export-format.js';

/** `waiting`: its task has not finished. `ready`: there is a file. `failed`: there never was one. `expired`: there is none any more. */
export type ExportState = 'waiting' | 'ready' | 'failed' | 'expired';

/** What was asked to be exported, and the file that came of it. */
@Entity('exports')
@Index('exports_page', { synchronize: false })
@Check('exports_state_known', `state IN ('waiting', 'ready', 'failed', 'expired')`)
export class ExportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exports_pk' })
  id!: string;

  /** Null for the moment until its task is there. */
  @Column('uuid', { name: 'task_id', nullable: true })
  taskId!: string | null;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('text')
  format!: ExportFormat;

  @Column('uuid', { name: 'chat_ids', array: true })
  chatIds!: string[];

  /** From this time on; null for the beginning. */
  @Column('timestamptz', { name: 'range_from', nullable: true })
  rangeFrom!: Date | null;

  /** Up to this time; null for the end. */
  @Column('timestamptz', { name: 'range_to', nullable: true })
  rangeTo!: Date | null;

  @Column('text')
  zone!: string;

  @Column('text')
  me!: string;

  @Column('boolean', { name: 'include_media' })
  includeMedia!: boolean;

  /** Whether CSV begins with a byte order mark. */
  @Column('boolean')
  bom!: boolean;

  @Column('text', { default: 'waiting' })
  state!: ExportState;

  /** Why there is no file, for the operator. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** Under which it is downloaded. */
  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  @Column('text', { name: 'media_type', nullable: true })
  mediaType!: string | null;

  /** Of the sealed file, below `DATA_DIR/exports`. */
  @Column('text', { nullable: true })
  path!: string | null;

  /** Of the file as it is downloaded. */
  @Column('bigint', { nullable: true })
  bytes!: string | null;

  /** Of the file as it is downloaded. */
  @Column('bytea', { nullable: true })
  sha256!: Buffer | null;

  @Column('integer', { nullable: true })
  messages!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
