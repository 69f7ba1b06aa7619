import { Injectable } from '@nestjs/common';

import { uploadTooLarge } from '../characters.errors.js';
import { AVATAR_MEGABYTES, checkedAvatar, type Avatar } from '../store/checked-avatar.js';
import { CharacterBook } from '../store/character-book.service.js';
import { CharacterReader } from '../store/character-reader.service.js';
import type { StoredCharacter } from '../store/stored-character.js';
import { cardFromSheet } from './card-from-sheet.js';
import { readCard, type CardSpec, type CharacterCard } from './character-card.js';
import { placeholderPicture } from './placeholder-picture.js';
import { readPngCard, writePngCard } from './png-card.js';
import { isPng } from './png-chunks.js';
import { sheetFromCard, type CardWishes } from './sheet-from-card.js';

/** Largest upload: a card with its picture. */
export const CARD_MEGABYTES = 8;
const BYTES_A_MEGABYTE = 1_048_576;

/** Takes character cards in, and gives them out. */
@Injectable()
export class CardDesk {
  constructor(
    private readonly book: CharacterBook,
    private readonly reader: CharacterReader,
  ) {}

  /**
   * A new character of a card in JSON, or in a PNG, which becomes its picture.
   * @throws AppError `character.wrong-card`, `character.age-needed`, `character.underage`, and what `CharacterBook.add` throws
   */
  async take(bytes: Buffer, { slug, ...wishes }: CardWishes & { slug?: string }, by: string): Promise<StoredCharacter> {
    const { json, picture } = isPng(bytes) ? readPngCard(bytes) : { json: bytes, picture: null };
    if (json.length > BYTES_A_MEGABYTE) throw uploadTooLarge(1);
    const card = readCard(json);
    const avatar = picture && (await pictureOf(picture));
    return this.book.add(
      {
        ...(slug !== undefined && { slug }),
        ...(avatar && { avatar }),
        sheet: sheetFromCard(card, wishes),
        card: JSON.stringify(card),
      },
      by,
    );
  }

  give(character: StoredCharacter, spec: CardSpec): CharacterCard {
    const from = character.card === null ? null : (JSON.parse(character.card) as CharacterCard);
    return cardFromSheet(character, spec, from);
  }

  /** Both formats in the character's picture; in a plain one when it has none that is a PNG. */
  async givePng(character: StoredCharacter): Promise<Buffer> {
    const picture =
      character.avatar?.type === 'image/png' ? await this.reader.avatar(character) : placeholderPicture(character.id);
    return writePngCard(picture, {
      chara: JSON.stringify(this.give(character, 'chara_card_v2')),
      ccv3: JSON.stringify(this.give(character, 'chara_card_v3')),
    });
  }
}

/** One that is too large to be kept does not keep its card out. */
async function pictureOf(picture: Buffer): Promise<Avatar | null> {
  return picture.length > AVATAR_MEGABYTES * BYTES_A_MEGABYTE ? null : checkedAvatar(picture);
}
