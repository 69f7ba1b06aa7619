import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';

import { ArchiveEntity } from './archive.entity.js';

/** Some hundred consecutive messages of an archive: what is read at a time. */
@Entity({ name: 'archive_segments' })
@Unique('archive_segments_payload_unique', ['payloadKey'])
@Index('archive_segments_search', { synchronize: false })
@Index('archive_segments_unsearchable', { synchronize: false })
export class ArchiveSegmentEntity {
  @PrimaryColumn({ name: 'archive_id', type: 'uuid', primaryKeyConstraintName: 'archive_segments_pk' })
  archiveId!: string;

  @ManyToOne(() => ArchiveEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'archive_id', foreignKeyConstraintName: 'archive_segments_archive_fk' })
  archive?: Relation<ArchiveEntity>;

  /** 0 for the oldest. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'archive_segments_pk' })
  place!: number;

  @Column({ name: 'message_count', type: 'integer' })
  messageCount!: number;

  @Column({ name: 'first_at', type: 'timestamptz' })
  firstAt!: Date;

  @Column({ name: 'first_id', type: 'uuid' })
  firstId!: string;

  @Column({ name: 'last_at', type: 'timestamptz' })
  lastAt!: Date;

  @Column({ name: 'last_id', type: 'uuid' })
  lastId!: string;

  @Column({ name: 'payload_key', type: 'text' })
  payloadKey!: string;

  /** Of the payload as it is stored. */
  @Column({ type: 'bytea' })
  sha256!: Buffer;

  @Column({ type: 'integer' })
  bytes!: number;

  /** Keyed tokens of all its texts; null when there are too many to be listed: then it has to be looked into. */
  @Column({ type: 'tsvector', nullable: true, select: false })
  search!: string | null;
}
