import { wrongCard } from '../characters.errors.js';

export type CardSpec = 'chara_card_v2' | 'chara_card_v3';

export type CardData = Readonly<Record<string, unknown>>;

/** A character card as other programs write it (https://github.com/malfoyslastname/character-card-spec-v2, https://github.com/kwaroran/character-card-spec-v3). */
export interface CharacterCard {
  readonly spec: CardSpec;
  readonly spec_version: string;
  readonly data: CardData;
  readonly [other: string]: unknown;
}

const MOST_DEPTH = 60;
const FORBIDDEN = new Set(['__proto__', 'constructor']);
const TEXTS = ['description', 'personality', 'scenario', 'first_mes', 'mes_example'] as const;

/** @throws AppError `character.wrong-card` */
export function readCard(json: Buffer): CharacterCard {
  const card = parsed(json);
  if (!isObject(card) || !isObject(card.data)) throw wrongCard('it is no V2 or V3 card');
  if (card.spec !== 'chara_card_v2' && card.spec !== 'chara_card_v3') throw wrongCard('its spec is neither V2 nor V3');
  const { data } = card;
  if (typeof data.name !== 'string') throw wrongCard('it has no name');
  for (const key of TEXTS) {
    if (data[key] !== undefined && typeof data[key] !== 'string') throw wrongCard(`its ${key} is no text`);
  }
  return card as CharacterCard;
}

function parsed(json: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(json);
  } catch {
    throw wrongCard('it is not UTF-8');
  }
  try {
    const value = JSON.parse(text) as unknown;
    checkDepth(value, 0);
    return value;
  } catch (error) {
    // The parser's own message repeats a piece of the card.
    throw error instanceof SyntaxError ? wrongCard('its JSON is wrong') : error;
  }
}

function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MOST_DEPTH) throw wrongCard(`it is nested deeper than ${MOST_DEPTH} levels`);
  for (const key of Object.keys(value)) if (FORBIDDEN.has(key)) throw wrongCard('a key in it is not allowed');
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
