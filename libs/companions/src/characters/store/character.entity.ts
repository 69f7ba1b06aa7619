import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

import type { CharacterStatus } from '../character.js';

/** A character, and which of its versions holds. */
@Entity('characters')
@Unique('characters_slug_unique', ['slug'])
@Check('characters_status_known', `status IN ('active', 'retired')`)
export class CharacterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'characters_pk' })
  id!: string;

  /** Its name in addresses; never changes. */
  @Column('text')
  slug!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: CharacterStatus;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
