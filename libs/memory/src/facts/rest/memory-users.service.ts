import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { cleanText, isId } from '#kernel';
import { aliasOf } from '#messaging';
import type { Viewer } from '#security';
import { directChatIdOf } from '#whatsapp';

import { CharacterDirectory } from '../character-directory.service.js';
import type { MemoryOwner } from '../memory-scope.js';
import { characterNotFound, userNotFound } from './memory.errors.js';

/** Finds whose memory of whom a request is about. */
@Injectable()
export class MemoryUsers {
  constructor(
    private readonly characters: CharacterDirectory,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * As `find`, for who may only look at what is about themselves: by their id, or `me`. Anybody else is not there for them, nor are characters
   * that they may not know of.
   * Throws `memory.character-not-found` or `memory.user-not-found`.
   */
  async seenBy(viewer: Viewer, character: string, user: string): Promise<MemoryOwner> {
    if (viewer.kind === 'operator') return this.find(character, user);
    if (user !== 'me' && user.toLowerCase() !== viewer.contactId) throw userNotFound();
    const owner = await this.find(character, viewer.contactId);
    if (!(await this.isKnownTo(owner))) throw characterNotFound();
    return owner;
  }

  /**
   * The user is one of our contacts by its id, by a phone number or another id of WhatsApp, or by the id that a site has for them.
   * Throws `memory.character-not-found` or `memory.user-not-found`.
   */
  async find(character: string, user: string): Promise<MemoryOwner> {
    const characterId = await this.characters.find(character);
    if (characterId === undefined) throw characterNotFound();
    // What Postgres cannot hold is nobody's id.
    if (cleanText(user) !== user) throw userNotFound();
    const [contact] = isId(user) ? await this.byId(user) : await this.byAlias(user);
    if (!contact) throw userNotFound();
    return { characterId, contactId: contact.id };
  }

  /** What a character knows of a person is theirs, though they may not talk to it any more. */
  private async isKnownTo({ characterId, contactId }: MemoryOwner): Promise<boolean> {
    const met = await this.dataSource.query<object[]>(
      'SELECT 1 FROM memory_revisions WHERE character_id = $1 AND contact_id = $2',
      [characterId, contactId],
    );
    return met.length > 0 || (await this.characters.isOpenTo(characterId, contactId));
  }

  private byId(id: string): Promise<{ id: string }[]> {
    return this.dataSource.query('SELECT coalesce(merged_into, id) AS id FROM contacts WHERE id = $1', [id]);
  }

  /**
   * As `People.find`: bare digits are first of all the site's own id, what is surely an address of WhatsApp is whoever has it there. Of several
   * accounts the one that we have spoken with last.
   */
  private byAlias(user: string): Promise<{ id: string }[]> {
    const { kind, value } = aliasOf(directChatIdOf(user) ?? user);
    return this.dataSource.query(
      `SELECT contact_id AS id FROM contact_aliases WHERE kind = $1 AND value = $2 OR kind = 'web' AND value = $3
       ORDER BY (kind = 'web') = $4, (SELECT max(last_message_at) FROM chats WHERE contact_id = contact_aliases.contact_id) DESC NULLS LAST, id LIMIT 1`,
      [kind, value, user, /^\+|@/.test(user)],
    );
  }
}
