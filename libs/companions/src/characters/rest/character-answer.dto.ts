import { ApiProperty } from '@nestjs/swagger';

import type { CharacterStatus } from '../character.js';
import { ExampleDialogueDto, ModelSettingsDto } from '../sheet/character-sheet.dto.js';
import type { CharacterMaturity, CharacterSheet } from '../sheet/character-sheet.js';
import type { CharacterVersion } from '../store/character-reader.service.js';
import type { StoredCharacter } from '../store/stored-character.js';
import { shippedSheetOf } from '../shipped/shipped-characters.js';

const TIME = { type: String, format: 'date-time' } as const;
const TEXT_OR_NULL = { type: String, nullable: true } as const;

/** What is written about a character. */
export class ShownSheetDto {
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly age!: number;
  @ApiProperty() readonly gender!: string;
  @ApiProperty({ type: [String] }) readonly traits!: readonly string[];
  @ApiProperty() readonly description!: string;
  @ApiProperty() readonly speechStyle!: string;
  @ApiProperty({ type: [ExampleDialogueDto] }) readonly exampleDialogues!: readonly ExampleDialogueDto[];
  @ApiProperty({ type: [String] }) readonly languages!: readonly string[];
  @ApiProperty({ type: [String] }) readonly boundaries!: readonly string[];
  @ApiProperty({ enum: ['general', 'mature'] }) readonly maturity!: CharacterMaturity;
  @ApiProperty({ type: ModelSettingsDto }) readonly modelSettings!: ModelSettingsDto;
  @ApiProperty(TEXT_OR_NULL) readonly greeting!: string | null;
  @ApiProperty(TEXT_OR_NULL) readonly scenario!: string | null;
  @ApiProperty() readonly useCardInstructions!: boolean;
  @ApiProperty({ ...TEXT_OR_NULL, description: 'SHA-256 of the picture.' }) readonly avatar!: string | null;
}

export class CharacterDto extends ShownSheetDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly slug!: string;
  @ApiProperty() readonly version!: number;
  @ApiProperty({ enum: ['active', 'retired'] }) readonly status!: CharacterStatus;
  @ApiProperty({ description: 'Came with the program: `versions/shipped/restore` brings its text back.' })
  readonly shipped!: boolean;
  @ApiProperty({ description: 'Was imported from a card, which leaves with its export.' }) readonly hasCard!: boolean;
  @ApiProperty(TIME) readonly createdAt!: Date;
  @ApiProperty(TIME) readonly updatedAt!: Date;
}

export class CharacterPageDto {
  @ApiProperty({ type: [CharacterDto] }) readonly characters!: CharacterDto[];
  @ApiProperty(TEXT_OR_NULL) readonly nextCursor!: string | null;
}

export class CharacterVersionDto {
  @ApiProperty() readonly version!: number;
  @ApiProperty({ description: 'Id of an API key, `admin`, or `shipped`.' }) readonly changedBy!: string;
  @ApiProperty({ type: Number, nullable: true }) readonly restoredFrom!: number | null;
  @ApiProperty(TIME) readonly createdAt!: Date;
  @ApiProperty({ type: ShownSheetDto }) readonly sheet!: ShownSheetDto;
}

export class CharacterVersionPageDto {
  @ApiProperty({ type: [CharacterVersionDto] }) readonly versions!: CharacterVersionDto[];
  @ApiProperty(TEXT_OR_NULL) readonly nextCursor!: string | null;
}

export function toCharacterDto(character: StoredCharacter): CharacterDto {
  const { id, slug, version, status, card, createdAt, updatedAt } = character;
  return {
    ...{ id, slug, version, status },
    ...shown(character),
    shipped: shippedSheetOf(id) !== undefined,
    hasCard: card !== null,
    ...{ createdAt, updatedAt },
  };
}

export function toVersionDto({
  version,
  changedBy,
  restoredFrom,
  createdAt,
  sheet,
}: CharacterVersion): CharacterVersionDto {
  return { version, changedBy, restoredFrom, createdAt, sheet: shown(sheet) };
}

function shown(sheet: CharacterSheet): ShownSheetDto {
  const { name, age, gender, traits, description, speechStyle, exampleDialogues, languages, boundaries } = sheet;
  const { maturity, modelSettings, greeting, scenario, useCardInstructions, avatar } = sheet;
  return {
    ...{ name, age, gender, traits, description, speechStyle, exampleDialogues, languages, boundaries },
    ...{ maturity, modelSettings, greeting, scenario, useCardInstructions },
    avatar: avatar?.sha256 ?? null,
  };
}
