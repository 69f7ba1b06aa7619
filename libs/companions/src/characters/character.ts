import type { CharacterSheet } from './sheet/character-sheet.js';

export type CharacterStatus = 'active' | 'retired';

/** Who answers: one version of a companion. */
export interface Character extends CharacterSheet {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly status: CharacterStatus;
  /** Instructions of the card it was imported from; null unless the operator wants them used. */
  readonly cardInstructions: string | null;
}
