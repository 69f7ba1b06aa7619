import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One wrapped data key. Deleting the row makes everything sealed with it unreadable for good. */
@Entity('data_keys')
export class DataKeyEntity {
  /** A contact, or a group chat for what the group owns. No foreign key: a key may be made before its subject's row. */
  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'data_keys_pk' })
  subjectId!: string;

  @Column('bytea')
  wrapped!: Buffer;

  @Index('data_keys_master_version')
  @Column('integer', { name: 'master_version' })
  masterVersion!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
