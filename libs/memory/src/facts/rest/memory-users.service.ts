import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { cleanText, isId } from '#kernel';
import { aliasOf } from '#messaging';
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
   * The user is one of our contacts by its id, or by a phone number or another id of WhatsApp.
   * Throws `memory.character-not-found` or `memory.user-not-found`.
   */
  async find(character: string, user: string): Promise<MemoryOwner> {
    const characterId = await this.characters.find(character);
    if (characterId === undefined) throw characterNotFound();
    // What Postgres cannot hold is nobody's id.
    if (cleanText(user) !== user) throw userNotFound();
    const [contact] = isId(user) ? await this.byId(user) : await this.byAlias(directChatIdOf(user) ?? user);
    if (!contact) throw userNotFound();
    return { characterId, contactId: contact.id };
  }

  private byId(id: string): Promise<{ id: string }[]> {
    return this.dataSource.query('SELECT coalesce(merged_into, id) AS id FROM contacts WHERE id = $1', [id]);
  }

  /** Under several accounts, the one that we have spoken with last. */
  private byAlias(externalId: string): Promise<{ id: string }[]> {
    const { kind, value } = aliasOf(externalId);
    return this.dataSource.query(
      `SELECT contact_id AS id FROM contact_aliases WHERE kind = $1 AND value = $2
       ORDER BY (SELECT max(last_message_at) FROM chats WHERE contact_id = contact_aliases.contact_id) DESC NULLS LAST, id LIMIT 1`,
      [kind, value],
    );
  }
}
