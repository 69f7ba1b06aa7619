import { notShipped, versionNotFound } from '../characters.errors.js';
import { SHIPPED, shippedSheetOf } from '../shipped/shipped-characters.js';
import type { CharacterBook } from '../store/character-book.service.js';
import type { StoredCharacter } from '../store/stored-character.js';

/** A number that a version may have. */
const VERSION = /^[1-9]\d{0,8}$/;

/** @throws AppError `character.version-not-found`, `character.not-shipped` */
export async function restoreVersion(
  book: CharacterBook,
  { id, version, by }: { readonly id: string; readonly version: string; readonly by: string },
): Promise<StoredCharacter> {
  if (version === SHIPPED) {
    const sheet = shippedSheetOf(id);
    if (!sheet) throw notShipped();
    return book.rewrite(id, sheet, by);
  }
  if (!VERSION.test(version)) throw versionNotFound();
  return book.restore(id, Number(version), by);
}
