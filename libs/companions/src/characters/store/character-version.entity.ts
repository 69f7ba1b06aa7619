import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import type { CharacterSheet } from '../sheet/character-sheet.js';
import { CharacterEntity } from './character.entity.js';

/** A character as it was written at one time; never changed. Operators' text, nobody's secret: not sealed. */
@Entity('character_versions')
@Check('character_versions_adult', `(sheet ->> 'age')::integer >= 18`)
export class CharacterVersionEntity {
  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'character_versions_pk' })
  characterId!: string;

  @ManyToOne(() => CharacterEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'character_id', foreignKeyConstraintName: 'character_versions_character_fk' })
  character?: Relation<CharacterEntity>;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'character_versions_pk' })
  version!: number;

  @Column('jsonb')
  sheet!: CharacterSheet;

  /** The card it was imported from, to the letter: what we don't understand leaves with its export. */
  @Column('text', { nullable: true })
  card!: string | null;

  /** Id of an API key, `admin`, or `shipped`. */
  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('integer', { name: 'restored_from', nullable: true })
  restoredFrom!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
