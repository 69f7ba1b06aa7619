import { Injectable } from '@nestjs/common';

import type { Page } from '#kernel';
import type { Viewer } from '#security';

import { OpenCharacters } from '../../conversations/open-characters.service.js';
import { ContactSafetyBook } from '../../safety/desk/contact-safety-book.service.js';
import type { CharacterMaturity } from '../sheet/character-sheet.js';
import { CharacterReader } from '../store/character-reader.service.js';
import type { StoredCharacter } from '../store/stored-character.js';

interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
  readonly maturity?: CharacterMaturity;
}

/** Characters as far as somebody may know of them: an operator of all, a person of those that they may talk to. */
@Injectable()
export class VisibleCharacters {
  constructor(
    private readonly reader: CharacterReader,
    private readonly open: OpenCharacters,
    private readonly safety: ContactSafetyBook,
  ) {}

  /** By id or slug, or `default`. @throws AppError `character.not-found` */
  find(viewer: Viewer, name: string): Promise<StoredCharacter> {
    return viewer.kind === 'operator' ? this.reader.find(name) : this.open.find(name, viewer);
  }

  /** Those that a person may talk to, the oldest first. @throws AppError `cursor.invalid` */
  async listFor(contactId: string, { maturity, ...page }: PageRequest): Promise<Page<StoredCharacter>> {
    const { adult } = await this.safety.of(contactId);
    if (adult === 'confirmed') return this.reader.list({ status: 'active', ...(maturity && { maturity }) }, page);
    if (maturity === 'mature') return { items: [], nextCursor: null };
    return this.reader.list({ status: 'active', maturity: 'general' }, page);
  }
}
