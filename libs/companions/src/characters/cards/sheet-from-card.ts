import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

import { ageNeeded, underageCharacter, wrongCard } from '../characters.errors.js';
import { ADULT_AGE, CharacterSheetDto } from '../sheet/character-sheet.dto.js';
import type { CharacterMaturity, CharacterSheet, ExampleDialogue } from '../sheet/character-sheet.js';
import { sheetOf } from '../sheet/sheet-of.js';
import { isObject, type CharacterCard } from './character-card.js';

/** Our own place among a card's extensions. */
export const EXTENSION = 'secretary';

const LONGEST_TRAIT = 1_000;
const MOST_TRAITS = 50;

/** What an operator says about a card; a card itself never makes its character mature. */
export interface CardWishes {
  readonly age?: number;
  readonly gender?: string;
  readonly maturity?: CharacterMaturity;
}

/** @throws AppError `character.age-needed`, `character.underage`, `character.wrong-card` */
export function sheetFromCard(card: CharacterCard, wishes: CardWishes): CharacterSheet {
  const told = toldBy(card);
  const age = wishes.age ?? told.age;
  if (age === undefined) throw ageNeeded();
  if (typeof age === 'number' && age < ADULT_AGE) throw underageCharacter(['age']);
  const dto = plainToInstance(CharacterSheetDto, {
    gender: 'unspecified',
    ...told,
    ...wishes,
    age,
    maturity: wishes.maturity ?? 'general',
  });
  const [error] = validateSync(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (error) throw wrongCard(`its ${error.property} is longer than we take, or not what we take`);
  return sheetOf(dto);
}

/** What a card says of the fields that we have. Of ours only what is in our own extension; never the maturity, nor whether to follow its instructions. */
export function toldBy({ data }: CharacterCard): Readonly<Partial<Record<keyof CharacterSheet, unknown>>> & {
  readonly age?: unknown;
} {
  const extensions = isObject(data.extensions) ? data.extensions : {};
  const own = isObject(extensions[EXTENSION]) ? extensions[EXTENSION] : {};
  const { age, gender, speechStyle, languages, boundaries, modelSettings } = own;
  return {
    ...Object.fromEntries(
      Object.entries({ age, gender, speechStyle, languages, boundaries, modelSettings }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    name: textOf(data.name).replace(/\s+/g, ' ').trim(),
    description: textOf(data.description),
    traits: traitsOf(textOf(data.personality)),
    scenario: orNull(textOf(data.scenario)),
    greeting: orNull(textOf(data.first_mes)),
    exampleDialogues: dialoguesOf(textOf(data.mes_example)),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** A line each, or what stands between commas and semicolons when it is all one line of short words. */
function traitsOf(personality: string): readonly string[] {
  const lines = personality.split('\n').map((line) => line.replace(/^\s*[-*•]\s+/, '').trim());
  const [only = '', ...more] = lines.filter((line) => line !== '');
  if (more.length > 0) return [only, ...more].map(cut).slice(0, MOST_TRAITS);
  const isList = !/[.!?]\s/.test(only) && /[,;]/.test(only);
  const traits = isList ? only.split(/[,;]/).map((trait) => trait.trim()) : [only];
  return traits
    .filter((trait) => trait !== '')
    .map(cut)
    .slice(0, MOST_TRAITS);
}

function cut(text: string): string {
  return text.slice(0, LONGEST_TRAIT).toWellFormed();
}

const SPEAKER = /^\s*(?:\{\{\s*(user|char)\s*\}\}|<(user|bot|char)>)\s*:/i;
const MOST_DIALOGUES = 40;
const LONGEST_LINE = 2_000;

/** `{{user}}: hi`, `{{char}}: hello`, in parts that `<START>` divides. Of what one side says in several lines all belong together. */
function dialoguesOf(example: string): readonly ExampleDialogue[] {
  const dialogues: ExampleDialogue[] = [];
  for (const scene of example.split(/<START>/i)) {
    const turns: { who: 'user' | 'char'; lines: string[] }[] = [];
    for (const line of scene.split('\n')) {
      const [label, placeholder, tag] = SPEAKER.exec(line) ?? [];
      const said = (placeholder ?? tag)?.toLowerCase();
      if (label !== undefined)
        turns.push({ who: said === 'user' ? 'user' : 'char', lines: [line.slice(label.length)] });
      else turns.at(-1)?.lines.push(line);
    }
    turns.forEach(({ who, lines }, place) => {
      const before = turns[place - 1];
      const character = joined(lines);
      if (who !== 'char' || character === '') return;
      dialogues.push({ user: before?.who === 'user' ? joined(before.lines) : '', character });
    });
  }
  return dialogues.slice(0, MOST_DIALOGUES);
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim().slice(0, LONGEST_LINE).toWellFormed();
}
