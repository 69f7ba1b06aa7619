import { createHash } from 'node:crypto';

import { fileTypeFromBuffer } from 'file-type';

import { readPng } from '../cards/png-chunks.js';
import { withoutTexts } from '../cards/png-card.js';
import { wrongAvatar } from '../characters.errors.js';
import type { AvatarRef } from '../sheet/character-sheet.js';

/** Largest picture. */
export const AVATAR_MEGABYTES = 4;

const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

export interface Avatar {
  readonly ref: AvatarRef;
  readonly content: Buffer;
}

/**
 * A picture as it is kept: of a type that its bytes show, whatever it was called; a PNG whole, and without the texts in it.
 * @throws AppError `character.wrong-avatar`
 */
export async function checkedAvatar(bytes: Buffer): Promise<Avatar> {
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined || !TYPES.has(type)) throw wrongAvatar();
  const content = type === 'image/png' ? wholePng(bytes) : bytes;
  return { ref: { sha256: createHash('sha256').update(content).digest('hex'), type }, content };
}

function wholePng(bytes: Buffer): Buffer {
  try {
    return withoutTexts(readPng(bytes));
  } catch {
    throw wrongAvatar();
  }
}
