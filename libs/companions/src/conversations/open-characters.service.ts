import { Injectable } from '@nestjs/common';

import type { Viewer } from '#security';

import { characterNotFound } from '../characters/characters.errors.js';
import { CharacterReader } from '../characters/store/character-reader.service.js';
import type { StoredCharacter } from '../characters/store/stored-character.js';
import { ContactSafetyBook } from '../safety/desk/contact-safety-book.service.js';
import { mayTalkTo } from './may-talk-to.js';

/** Finds the characters that somebody may begin to talk to. */
@Injectable()
export class OpenCharacters {
  constructor(
    private readonly reader: CharacterReader,
    private readonly safety: ContactSafetyBook,
  ) {}

  /** By id or slug. A person does not learn of characters that are not for them. @throws AppError `character.not-found` */
  async find(name: string, viewer: Viewer): Promise<StoredCharacter> {
    const character = await this.reader.find(name);
    const adult = viewer.kind === 'operator' ? 'confirmed' : (await this.safety.of(viewer.contactId)).adult;
    if (!mayTalkTo(character, adult)) throw characterNotFound();
    return character;
  }
}
