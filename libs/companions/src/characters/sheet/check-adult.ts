import { underageCharacter } from '../characters.errors.js';
import { ADULT_AGE } from './character-sheet.dto.js';
import type { CharacterSheet } from './character-sheet.js';
import { underageReader } from './says-underage.js';

/**
 * Nobody under 18, neither by number nor by what is written. Boundaries are not looked at: they are where "never with minors" stands.
 * @throws AppError `character.underage`, which names the fields
 */
export function checkAdult(sheet: CharacterSheet, card: string | null = null): void {
  const fields: string[] = [];
  const saysUnderage = underageReader([sheet.name]);
  if (!(sheet.age >= ADULT_AGE)) fields.push('age');
  const texts: [string, string | null][] = [
    ['name', sheet.name],
    ['gender', sheet.gender],
    ['description', sheet.description],
    ['speechStyle', sheet.speechStyle],
    ['greeting', sheet.greeting],
    ['scenario', sheet.scenario],
    ...sheet.traits.map((trait, n): [string, string] => [`traits[${n}]`, trait]),
    ...sheet.exampleDialogues.flatMap(({ user, character }, n): [string, string][] => [
      // What the character says of itself; and what is said to it.
      [`exampleDialogues[${n}].character`, character],
      [`exampleDialogues[${n}].user`, user.replace(/\byou are\b|\byou'?re\b/gi, 'she is')],
    ]),
  ];
  for (const [field, text] of texts) if (text !== null && saysUnderage(text)) fields.push(field);
  if (card !== null && stringsIn(JSON.parse(card)).some(saysUnderage)) fields.push('card');
  if (fields.length > 0) throw underageCharacter(fields);
}

/** Every text in it, however deep; keys too. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...stringsIn(inner),
    ...(typeof inner === 'number' && /^age$/i.test(key) ? [`age: ${inner}`] : []),
  ]);
}
