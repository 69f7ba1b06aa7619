import { cardInstructionsOf } from '../cards/card-instructions.js';
import type { Character } from '../character.js';
import type { CharacterEntity } from './character.entity.js';
import type { CharacterVersionEntity } from './character-version.entity.js';

/** A character with what only its keepers need. */
export interface StoredCharacter extends Character {
  /** The card it was imported from, as JSON. */
  readonly card: string | null;
  readonly changedBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type CharacterRow = Omit<CharacterEntity, 'version'> &
  Pick<CharacterVersionEntity, 'version' | 'sheet' | 'card' | 'changedBy'>;

export function storedCharacterOf({ sheet, card, ...row }: CharacterRow): StoredCharacter {
  return {
    ...row,
    ...sheet,
    card,
    cardInstructions: sheet.useCardInstructions && card !== null ? cardInstructionsOf(card) : null,
  };
}

export const CHARACTER_SQL = `
SELECT characters.id, slug, characters.version, status, characters.created_at AS "createdAt",
  characters.updated_at AS "updatedAt", sheet, card, changed_by AS "changedBy"
FROM characters JOIN character_versions AS current ON current.character_id = characters.id
  AND current.version = characters.version`;
