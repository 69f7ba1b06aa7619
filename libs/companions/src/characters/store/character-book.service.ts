import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, newId } from '#kernel';
import { DEFAULT_CHARACTER_ID } from '#memory';

import {
  characterInUse,
  characterNotFound,
  slugTaken,
  tooManyCharacters,
  versionNotFound,
} from '../characters.errors.js';
import type { CharacterStatus } from '../character.js';
import { CharacterRulesEntity } from '../rules/character-rules.entity.js';
import { changedSheet, type SheetChange } from '../sheet/sheet-of.js';
import { checkAdult } from '../sheet/check-adult.js';
import type { AvatarRef, CharacterSheet } from '../sheet/character-sheet.js';
import { CharacterAvatarEntity } from './character-avatar.entity.js';
import { CharacterVersionEntity } from './character-version.entity.js';
import { CharacterEntity } from './character.entity.js';
import { CharactersRevision } from './characters-revision.service.js';
import { SlugFinder } from './slug-finder.js';
import { CHARACTER_SQL, storedCharacterOf, type CharacterRow, type StoredCharacter } from './stored-character.js';

const MOST = 1_000;
const UNIQUE_VIOLATION = '23505';

export interface NewCharacter {
  /** None: made from the name. */
  readonly slug?: string;
  readonly sheet: CharacterSheet;
  /** JSON of the card it comes from. */
  readonly card?: string;
  readonly avatar?: { readonly ref: AvatarRef; readonly content: Buffer };
}

export interface CharacterChange {
  readonly sheet?: SheetChange;
  readonly avatar?: { readonly ref: AvatarRef; readonly content: Buffer };
  readonly status?: CharacterStatus;
}

/** Writes characters. Each change of what is written makes a version; none is ever changed or lost. */
@Injectable()
export class CharacterBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly revision: CharactersRevision,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `character.underage`, `character.slug-taken`, `character.slug-reserved`, `character.too-many` */
  async add({ slug, sheet, card, avatar }: NewCharacter, by: string): Promise<StoredCharacter> {
    const whole = { ...sheet, avatar: avatar?.ref ?? null };
    checkAdult(whole, card);
    return this.write(async (manager) => {
      if ((await manager.count(CharacterEntity)) >= MOST) throw tooManyCharacters(MOST);
      const id = newId();
      const now = this.clock.now();
      const free = await new SlugFinder(manager).free(slug, sheet.name);
      await manager.insert(CharacterEntity, {
        ...{ id, slug: free, version: 1, status: 'active' as const, createdAt: now, updatedAt: now },
      });
      if (avatar) await this.keep(manager, id, avatar);
      await this.version(manager, id, { version: 1, sheet: whole, card: card ?? null, by });
      return one(manager, id);
    });
  }

  /** What is left out stays; nothing new makes no version. @throws AppError `character.not-found`, `character.underage`, `character.in-use` */
  async change(id: string, { sheet = {}, avatar, status }: CharacterChange, by: string): Promise<StoredCharacter> {
    return this.write(async (manager, rules) => {
      const before = await this.locked(manager, id);
      if (status === 'retired' && before.status === 'active') refuseInUse(id, rules);
      const current = await manager.findOneByOrFail(CharacterVersionEntity, {
        characterId: id,
        version: before.version,
      });
      const changed = { ...changedSheet(current.sheet, sheet), ...(avatar && { avatar: avatar.ref }) };
      checkAdult(changed, current.card);
      if (avatar) await this.keep(manager, id, avatar);
      if (!isDeepStrictEqual(changed, current.sheet))
        await this.next(manager, before, { sheet: changed, card: current.card, by });
      if (status && status !== before.status) {
        await manager.update(CharacterEntity, { id }, { status, updatedAt: this.clock.now() });
      }
      return one(manager, id);
    });
  }

  /** Makes an old version the newest one. @throws AppError `character.not-found`, `character.version-not-found` */
  async restore(id: string, version: number, by: string): Promise<StoredCharacter> {
    return this.write(async (manager) => {
      const before = await this.locked(manager, id);
      const old = await manager.findOneBy(CharacterVersionEntity, { characterId: id, version });
      if (!old) throw versionNotFound();
      checkAdult(old.sheet, old.card);
      await this.next(manager, before, { sheet: old.sheet, card: old.card, by, restoredFrom: version });
      return one(manager, id);
    });
  }

  /** Writes a whole sheet, as a new version. @throws AppError `character.not-found` */
  async rewrite(id: string, sheet: CharacterSheet, by: string): Promise<StoredCharacter> {
    return this.write(async (manager) => {
      const before = await this.locked(manager, id);
      await this.next(manager, before, { sheet, card: null, by });
      return one(manager, id);
    });
  }

  private async locked(manager: EntityManager, id: string): Promise<CharacterEntity> {
    const row = await manager.findOne(CharacterEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw characterNotFound();
    return row;
  }

  private async next(
    manager: EntityManager,
    { id, version }: CharacterEntity,
    written: Omit<WrittenVersion, 'version'>,
  ): Promise<void> {
    await this.version(manager, id, { ...written, version: version + 1 });
    await manager.update(CharacterEntity, { id }, { version: version + 1, updatedAt: this.clock.now() });
  }

  private async version(manager: EntityManager, characterId: string, written: WrittenVersion): Promise<void> {
    const { version, sheet, card, by: changedBy, restoredFrom = null } = written;
    const createdAt = this.clock.now();
    await manager.insert(CharacterVersionEntity, {
      ...{ characterId, version, sheet, card, changedBy, restoredFrom, createdAt },
    });
  }

  private async keep(
    manager: EntityManager,
    characterId: string,
    { ref: { sha256 }, content }: NonNullable<NewCharacter['avatar']>,
  ): Promise<void> {
    const createdAt = this.clock.now();
    await manager
      .createQueryBuilder()
      .insert()
      .into(CharacterAvatarEntity)
      .values({ characterId, sha256, content, createdAt })
      .orIgnore()
      .execute();
  }

  /** One write at a time: what a rule names can't be retired meanwhile. */
  private async write<T>(work: (manager: EntityManager, rules: CharacterRulesEntity) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run(async (manager) => work(manager, await this.revision.advance(manager)));
    } catch (error) {
      throw isSlugTaken(error) ? slugTaken() : error;
    } finally {
      this.revision.forget();
    }
  }
}

interface WrittenVersion {
  readonly version: number;
  readonly sheet: CharacterSheet;
  readonly card: string | null;
  readonly by: string;
  readonly restoredFrom?: number;
}

async function one(manager: EntityManager, id: string): Promise<StoredCharacter> {
  const [row] = await manager.query<CharacterRow[]>(`${CHARACTER_SQL} WHERE characters.id = $1`, [id]);
  if (!row) throw characterNotFound();
  return storedCharacterOf(row);
}

function refuseInUse(id: string, { rules, defaultCharacterId }: CharacterRulesEntity): void {
  const isDefault = (defaultCharacterId ?? DEFAULT_CHARACTER_ID) === id;
  if (isDefault || rules.some(({ then }) => then === id)) throw characterInUse();
}

function isSlugTaken(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
}
