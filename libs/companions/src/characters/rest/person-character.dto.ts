import { ApiProperty } from '@nestjs/swagger';

import { withNames } from '../sheet/fill-names.js';
import type { StoredCharacter } from '../store/stored-character.js';

const TEXT_OR_NULL = { type: String, nullable: true } as const;

/** A character as people see it who may talk to it: nothing of how it is instructed. */
export class PersonCharacterDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly slug!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly age!: number;
  @ApiProperty() readonly gender!: string;
  @ApiProperty() readonly description!: string;
  @ApiProperty({ type: [String] }) readonly languages!: readonly string[];
  @ApiProperty({ ...TEXT_OR_NULL, description: 'Where its picture is, to be asked for with the same token.' })
  readonly avatarUrl!: string | null;
}

export class PersonCharacterPageDto {
  @ApiProperty({ type: [PersonCharacterDto] }) readonly characters!: PersonCharacterDto[];
  @ApiProperty(TEXT_OR_NULL) readonly nextCursor!: string | null;
}

export function toPersonCharacterDto(character: StoredCharacter): PersonCharacterDto {
  const { id, slug, name, age, gender, description, languages, avatar } = {
    ...character,
    ...withNames(character, 'you'),
  };
  return {
    ...{ id, slug, name, age, gender, description, languages },
    avatarUrl: avatar === null ? null : `/api/v1/characters/${id}/avatar`,
  };
}
