import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { CharacterEntity } from './character.entity.js';

/** A picture of a character. Versions name it by what it holds, so that a restored version has its own again. */
@Entity('character_avatars')
export class CharacterAvatarEntity {
  @PrimaryColumn('uuid', { name: 'character_id', primaryKeyConstraintName: 'character_avatars_pk' })
  characterId!: string;

  @ManyToOne(() => CharacterEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'character_id', foreignKeyConstraintName: 'character_avatars_character_fk' })
  character?: Relation<CharacterEntity>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'character_avatars_pk' })
  sha256!: string;

  @Column('bytea')
  content!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
