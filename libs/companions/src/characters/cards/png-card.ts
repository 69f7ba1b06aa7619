import { wrongCard } from '../characters.errors.js';
import { readPng, writePng, type PngChunk } from './png-chunks.js';

/** Where cards stand in a picture, the newer format first. */
const KEYWORDS = ['ccv3', 'chara'] as const;
type Keyword = (typeof KEYWORDS)[number];

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;
/** Kinds of chunk that hold text, plain and packed. */
const TEXTS = ['tEXt', 'zTXt', 'iTXt'];

export interface PngCard {
  /** The card's JSON. */
  readonly json: Buffer;
  /** The picture without any text in it. */
  readonly picture: Buffer;
}

/**
 * The card in a PNG: base64 in a `tEXt` chunk, of V3 when there are both. What is packed is not unpacked: no program writes cards so.
 * @throws AppError `character.wrong-card`
 */
export function readPngCard(bytes: Buffer): PngCard {
  const chunks = readPng(bytes);
  const cards = chunks.filter(({ type }) => type === 'tEXt').flatMap(cardTextOf);
  const found = KEYWORDS.map((wanted) => cards.find(({ keyword }) => keyword === wanted)).find((card) => card);
  if (!found) {
    const packed = chunks.some(
      (chunk) => TEXTS.includes(chunk.type) && KEYWORDS.some((word) => startsWith(chunk, word)),
    );
    throw wrongCard(
      packed ? 'the card in the PNG is compressed, which cards never are' : 'there is no card in the PNG',
    );
  }
  return { json: Buffer.from(found.text, 'base64'), picture: withoutTexts(chunks) };
}

/** The picture with the cards in it. */
export function writePngCard(picture: Buffer, cards: Readonly<Record<Keyword, string>>): Buffer {
  const chunks = readPng(withoutTexts(readPng(picture)));
  const texts = KEYWORDS.map((keyword) => ({
    type: 'tEXt',
    data: Buffer.from(`${keyword}\0${Buffer.from(cards[keyword]).toString('base64')}`, 'latin1'),
  }));
  return writePng([...chunks.slice(0, -1), ...texts, ...chunks.slice(-1)]);
}

/** A picture as it may be kept: what its maker wrote into it is not ours to pass on. */
export function withoutTexts(chunks: readonly PngChunk[]): Buffer {
  return writePng(chunks.filter(({ type }) => !TEXTS.includes(type)));
}

function cardTextOf({ data }: PngChunk): readonly { readonly keyword: Keyword; readonly text: string }[] {
  const keyword = KEYWORDS.find((word) => startsWith({ type: 'tEXt', data }, word));
  if (!keyword) return [];
  const text = data.toString('latin1', keyword.length + 1);
  if (!BASE64.test(text)) throw wrongCard('the card in the PNG is no base64');
  return [{ keyword, text }];
}

function startsWith({ data }: PngChunk, keyword: string): boolean {
  return data.toString('latin1', 0, keyword.length + 1).toLowerCase() === `${keyword}\0`;
}
