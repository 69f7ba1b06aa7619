import { DEFAULT_CHARACTER_ID } from '#memory';

import type { CharacterSheet } from '../sheet/character-sheet.js';
import { FRIEND } from './friend.js';
import { SECRETARY } from './secretary.js';

/** Who wrote a version that came with the program. */
export const SHIPPED = 'shipped';

export interface ShippedCharacter {
  readonly id: string;
  readonly slug: string;
  readonly sheet: CharacterSheet;
}

/** Those that are there from the beginning. */
export const SHIPPED_CHARACTERS: readonly ShippedCharacter[] = [
  { id: DEFAULT_CHARACTER_ID, slug: 'secretary', sheet: SECRETARY },
  { id: '00000000-0000-7000-8000-000000000002', slug: 'friend', sheet: FRIEND },
];

export function shippedSheetOf(id: string): CharacterSheet | undefined {
  return SHIPPED_CHARACTERS.find((shipped) => shipped.id === id)?.sheet;
}
