import type { Character } from '../character.js';

export interface Names {
  readonly char: string;
  readonly user: string;
}

const CHAR = /\{\{\s*char\s*\}\}|<(?:char|bot)>/gi;
const USER = /\{\{\s*user\s*\}\}|<user>/gi;

/** The text with the names of the two in place of the placeholders that character cards have. */
export function fillNames(text: string, { char, user }: Names): string {
  return text.replace(CHAR, () => char).replace(USER, () => user);
}

/** The character with the names in all its texts. `user` is what the person is called there. */
export function withNames(character: Character, user = 'the person'): Character {
  const fill = (text: string): string => fillNames(text, { char: character.name, user });
  const fillIf = (text: string | null): string | null => (text === null ? null : fill(text));
  return {
    ...character,
    traits: character.traits.map(fill),
    description: fill(character.description),
    speechStyle: fill(character.speechStyle),
    exampleDialogues: character.exampleDialogues.map((line) => ({
      user: fill(line.user),
      character: fill(line.character),
    })),
    boundaries: character.boundaries.map(fill),
    greeting: fillIf(character.greeting),
    scenario: fillIf(character.scenario),
    cardInstructions: fillIf(character.cardInstructions),
  };
}
