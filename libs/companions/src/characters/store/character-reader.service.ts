import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { cleanText, isId, type Page } from '#kernel';
import { DEFAULT_CHARACTER_ID } from '#memory';
import { Cursors } from '#security';

import { characterNotFound, noAvatar } from '../characters.errors.js';
import type { CharacterStatus } from '../character.js';
import type { CharacterMaturity } from '../sheet/character-sheet.js';
import { CharacterAvatarEntity } from './character-avatar.entity.js';
import { CharacterVersionEntity } from './character-version.entity.js';
import { CHARACTER_SQL, storedCharacterOf, type CharacterRow, type StoredCharacter } from './stored-character.js';

export interface CharacterFilter {
  readonly status?: CharacterStatus;
  readonly maturity?: CharacterMaturity;
}

interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

export type CharacterVersion = Omit<CharacterVersionEntity, 'character' | 'card'>;

/** Lists and finds characters. */
@Injectable()
export class CharacterReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** By id, by slug, or `default`. @throws AppError `character.not-found` */
  async find(name: string): Promise<StoredCharacter> {
    const found = await this.look(name);
    if (!found) throw characterNotFound();
    return found;
  }

  /** As `find`; undefined when there is none. */
  async look(name: string): Promise<StoredCharacter | undefined> {
    // What Postgres cannot hold is nobody's name.
    if (cleanText(name) !== name) return undefined;
    const wanted = name.toLowerCase() === 'default' ? DEFAULT_CHARACTER_ID : name.toLowerCase();
    const [row] = await this.dataSource.query<CharacterRow[]>(
      `${CHARACTER_SQL} WHERE ${isId(wanted) ? 'characters.id' : 'slug'} = $1`,
      [wanted],
    );
    return row && storedCharacterOf(row);
  }

  /** The oldest first. @throws AppError `cursor.invalid` */
  async list({ status, maturity }: CharacterFilter, { limit, cursor }: PageRequest): Promise<Page<StoredCharacter>> {
    const list = `characters:${status ?? '*'}:${maturity ?? '*'}`;
    const after = cursor === undefined ? null : String(this.cursors.read(list, cursor, 1)[0]);
    const rows = await this.dataSource.query<CharacterRow[]>(
      `${CHARACTER_SQL} WHERE ($1::uuid IS NULL OR characters.id > $1) AND ($2::text IS NULL OR status = $2)
         AND ($3::text IS NULL OR sheet ->> 'maturity' = $3) ORDER BY characters.id LIMIT $4`,
      [after, status ?? null, maturity ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(storedCharacterOf);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? this.cursors.sign(list, [last.id]) : null };
  }

  /** The latest first. @throws AppError `cursor.invalid` */
  async versions(characterId: string, { limit, cursor }: PageRequest): Promise<Page<CharacterVersion>> {
    const list = `character-versions:${characterId}`;
    const before = cursor === undefined ? null : Number(this.cursors.read(list, cursor, 1)[0]);
    const rows = await this.dataSource
      .getRepository(CharacterVersionEntity)
      .createQueryBuilder('version')
      .where('version.characterId = :characterId', { characterId })
      .andWhere(before === null ? 'true' : 'version.version < :before', { before })
      .orderBy('version.version', 'DESC')
      .take(limit + 1)
      .getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? this.cursors.sign(list, [last.version]) : null };
  }

  /** @throws AppError `character.no-avatar` */
  async avatar({ id, avatar }: StoredCharacter): Promise<Buffer> {
    if (!avatar) throw noAvatar();
    const row = await this.dataSource.manager.findOneBy(CharacterAvatarEntity, {
      characterId: id,
      sha256: avatar.sha256,
    });
    if (!row) throw noAvatar();
    return row.content;
  }
}
