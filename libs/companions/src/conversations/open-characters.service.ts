import { Injectable } from '@nestjs/common';

import type { Viewer } from '#security';

import { characterNotFound } from '../characters/characters.errors.js';
import { CharacterReader } from '../characters/store/character-reader.service.js';
import type { StoredCharacter } from '../characters/store/stored-character.js';
import { ContactSafetyBook } from '../safety/desk/contact-safety-book.service.js';
import { adultsOnly } from './conversations.errors.js';
import { mayTalkTo } from './may-talk-to.js';

/** Finds the characters that somebody may begin to talk to. */
@Injectable()
export class OpenCharacters {
  constructor(
    private readonly reader: CharacterReader,
    private readonly safety: ContactSafetyBook,
  ) {}

  /**
   * By id or slug. A person does not learn of characters that are not for them; an operator is told what to do first.
   * @throws AppError `character.not-found`, `character.adults-only`
   */
  async find(name: string, viewer: Viewer, contactId: string): Promise<StoredCharacter> {
    const character = await this.reader.find(name);
    const { adult } = await this.safety.of(contactId);
    if (mayTalkTo(character, adult)) return character;
    throw viewer.kind === 'operator' && character.status === 'active' ? adultsOnly(contactId) : characterNotFound();
  }
}
