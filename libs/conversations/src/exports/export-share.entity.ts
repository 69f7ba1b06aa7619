import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { ExportEntity } from './export.entity.js';

/**
 * One part of the key of an export's file, sealed for one of those who wrote in it. All parts make the key: when the key of one of them
 * is erased, nobody opens the file any more.
 */
@Entity('export_shares')
@Index('export_shares_subject', ['subjectId'])
export class ExportShareEntity {
  @PrimaryColumn('uuid', { name: 'export_id', primaryKeyConstraintName: 'export_shares_pk' })
  exportId!: string;

  @ManyToOne(() => ExportEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'export_id', foreignKeyConstraintName: 'export_shares_export_fk' })
  export?: Relation<ExportEntity>;

  /** Of a data key: a contact or a chat, or the export itself. */
  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'export_shares_pk' })
  subjectId!: string;

  @Column('bytea')
  share!: Buffer;
}
