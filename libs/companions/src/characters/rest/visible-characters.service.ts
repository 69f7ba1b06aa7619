import { Injectable, type OnModuleInit } from '@nestjs/common';

import { AppError, type Page } from '#kernel';
import { CharacterDirectory } from '#memory';
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
export class VisibleCharacters implements OnModuleInit {
  constructor(
    private readonly reader: CharacterReader,
    private readonly open: OpenCharacters,
    private readonly safety: ContactSafetyBook,
    private readonly directory: CharacterDirectory,
  ) {}

  onModuleInit(): void {
    this.directory.attachOpening((characterId, contactId) => this.isOpenTo(characterId, contactId));
  }

  /** By id or slug, or `default`. @throws AppError `character.not-found` */
  find(viewer: Viewer, name: string): Promise<StoredCharacter> {
    return viewer.kind === 'operator' ? this.reader.find(name) : this.open.find(name, viewer, viewer.contactId);
  }

  /** Those that a person may talk to, the oldest first. @throws AppError `cursor.invalid` */
  async listFor(contactId: string, { maturity, ...page }: PageRequest): Promise<Page<StoredCharacter>> {
    const { adult } = await this.safety.of(contactId);
    if (adult === 'confirmed') return this.reader.list({ status: 'active', ...(maturity && { maturity }) }, page);
    if (maturity === 'mature') return { items: [], nextCursor: null };
    return this.reader.list({ status: 'active', maturity: 'general' }, page);
  }

  private async isOpenTo(characterId: string, contactId: string): Promise<boolean> {
    try {
      await this.open.find(characterId, { kind: 'person', contactId }, contactId);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return false;
      throw error;
    }
  }
}
