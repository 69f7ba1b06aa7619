import { isDeepStrictEqual } from 'node:util';

import type { CharacterSheet } from '../sheet/character-sheet.js';
import { isObject, type CardData, type CardSpec, type CharacterCard } from './character-card.js';
import { EXTENSION, toldBy } from './sheet-from-card.js';

/**
 * A card of the character. What the card it came from holds, and we don't understand, is in there to the letter; so is each text that nobody has
 * changed since.
 */
export function cardFromSheet(sheet: CharacterSheet, spec: CardSpec, from: CharacterCard | null): CharacterCard {
  const kept: CardData = from?.data ?? {};
  const told = from ? toldBy(from) : {};
  const given: Readonly<Record<string, unknown>> = {
    name: changed('name') ? sheet.name : kept.name,
    description: changed('description') ? sheet.description : kept.description,
    personality: changed('traits') ? sheet.traits.join('\n') : kept.personality,
    scenario: changed('scenario') ? (sheet.scenario ?? '') : kept.scenario,
    first_mes: changed('greeting') ? (sheet.greeting ?? '') : kept.first_mes,
    mes_example: changed('exampleDialogues') ? exampleOf(sheet) : kept.mes_example,
  };
  const data = { ...BLANK, ...(spec === 'chara_card_v3' && BLANK_V3), ...kept, ...defined(given) };
  const extensions = isObject(kept.extensions) ? kept.extensions : {};
  return {
    ...(from ?? {}),
    ...{ spec, spec_version: from?.spec === spec ? from.spec_version : VERSIONS[spec] },
    data: { ...data, extensions: { ...extensions, [EXTENSION]: ownOf(sheet) } },
  };

  function changed(key: keyof CharacterSheet): boolean {
    return from === null || !isDeepStrictEqual(told[key], sheet[key]);
  }
}

const VERSIONS: Readonly<Record<CardSpec, string>> = { chara_card_v2: '2.0', chara_card_v3: '3.0' };

/** What every card must have. */
const BLANK = {
  ...{ name: '', description: '', personality: '', scenario: '', first_mes: '', mes_example: '', creator_notes: '' },
  ...{ system_prompt: '', post_history_instructions: '', alternate_greetings: [], tags: [], creator: '' },
  character_version: '',
};
const BLANK_V3 = { group_only_greetings: [] };

function ownOf(sheet: CharacterSheet): object {
  const { age, gender, speechStyle, languages, boundaries, maturity, modelSettings } = sheet;
  return { age, gender, speechStyle, languages, boundaries, maturity, modelSettings };
}

function exampleOf({ exampleDialogues }: CharacterSheet): string {
  return exampleDialogues
    .map(({ user, character }) => `<START>\n${user === '' ? '' : `{{user}}: ${user}\n`}{{char}}: ${character}`)
    .join('\n');
}

function defined(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
