import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { CharacterEntity } from '../store/character.entity.js';
import type { AnsweringRule } from './answering-rule.js';

/** The one list of rules, and the lock that everybody takes who changes characters. */
@Entity('character_rules')
@Check('character_rules_one', 'id = 1')
export class CharacterRulesEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'character_rules_pk' })
  id!: number;

  /** Grows with each change of the rules. */
  @Column('integer')
  revision!: number;

  /** Grows with each change of a character or of the rules: who has another one looks again. */
  @Column('bigint')
  changes!: string;

  @Column('jsonb')
  rules!: AnsweringRule[];

  /** Null: the one that was shipped as such. */
  @Column('uuid', { name: 'default_character_id', nullable: true })
  defaultCharacterId!: string | null;

  @ManyToOne(() => CharacterEntity)
  @JoinColumn({ name: 'default_character_id', foreignKeyConstraintName: 'character_rules_default_fk' })
  defaultCharacter?: Relation<CharacterEntity>;

  @Column('text', { name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt!: Date | null;
}
