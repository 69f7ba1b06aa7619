import { DEFAULT_MODEL_SETTINGS, type CharacterSheet } from './character-sheet.js';
import type { CharacterSheetDto } from './character-sheet.dto.js';
import { canonicalLanguage } from './is-language.decorator.js';

export type SheetChange = Partial<CharacterSheetDto>;

/** What a new character begins with, beside what must be given. */
const BLANK = {
  speechStyle: '',
  exampleDialogues: [],
  languages: [],
  boundaries: [],
  maturity: 'general',
  modelSettings: DEFAULT_MODEL_SETTINGS,
  greeting: null,
  scenario: null,
  avatar: null,
  useCardInstructions: false,
} as const;

/** A whole sheet of what was given; plain objects, with one spelling of each thing. */
export function sheetOf(given: CharacterSheetDto): CharacterSheet {
  const { name, age, gender, traits, description } = given;
  return changedSheet({ ...BLANK, name, age, gender, traits, description }, given);
}

/** What is left out stays. */
export function changedSheet(sheet: CharacterSheet, change: SheetChange): CharacterSheet {
  const { exampleDialogues: lines, languages, modelSettings: model } = change;
  const given = Object.fromEntries(SIMPLE.flatMap((key) => (change[key] === undefined ? [] : [[key, change[key]]])));
  return {
    ...sheet,
    ...given,
    ...(lines && { exampleDialogues: lines.map(({ user, character }) => ({ user, character })) }),
    ...(languages && { languages: [...new Set(languages.map((tag) => canonicalLanguage(tag) ?? tag))] }),
    ...(model && {
      modelSettings: {
        ...(model.temperature !== undefined && { temperature: model.temperature }),
        ...(model.maxTokens !== undefined && { maxTokens: model.maxTokens }),
        ...(model.topP !== undefined && { topP: model.topP }),
        ...(model.model !== undefined && { model: model.model }),
      },
    }),
  };
}

const SIMPLE = [
  ...(['name', 'age', 'gender', 'traits', 'description', 'speechStyle', 'boundaries', 'maturity'] as const),
  ...(['greeting', 'scenario', 'useCardInstructions'] as const),
];
