import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many calls of the model a day has cost. */
@Entity({ name: 'metadata_calls' })
export class MetadataCallEntity {
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'metadata_calls_pk' })
  day!: string;

  @Column({ type: 'integer' })
  calls!: number;
}
