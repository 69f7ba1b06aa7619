import { isDeepStrictEqual } from 'node:util';

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { CharacterVersionEntity } from '../store/character-version.entity.js';
import { CharacterEntity } from '../store/character.entity.js';
import { CharactersRevision } from '../store/characters-revision.service.js';
import { SHIPPED, SHIPPED_CHARACTERS, type ShippedCharacter } from './shipped-characters.js';

/** Puts the shipped characters into the database, once; and their newer texts, as long as nobody has changed the older ones. */
@Injectable()
export class CharacterSeeds implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly revision: CharactersRevision,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.plant();
  }

  /** Any number of processes may do it at once. */
  async plant(): Promise<void> {
    const changed = await this.transactions.run(async (manager) => {
      let any = false;
      for (const shipped of SHIPPED_CHARACTERS) any = (await this.plantOne(manager, shipped)) || any;
      if (any) await this.revision.advance(manager);
      return any;
    });
    if (changed) this.revision.forget();
  }

  private async plantOne(manager: EntityManager, { id, slug, sheet }: ShippedCharacter): Promise<boolean> {
    const now = this.clock.now();
    const added = await manager.query<unknown[]>(
      `INSERT INTO characters (id, slug, version, status, created_at, updated_at) VALUES ($1, $2, 1, 'active', $3, $3)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, slug, now],
    );
    if (added.length > 0) {
      await this.write(manager, id, 1, sheet);
      return true;
    }
    const current = await manager.findOneBy(CharacterVersionEntity, {
      characterId: id,
      version: (await manager.findOneByOrFail(CharacterEntity, { id })).version,
    });
    if (current?.changedBy !== SHIPPED || isDeepStrictEqual(current.sheet, sheet)) return false;
    // Who comes second waits for the lock here, and finds it done.
    const { version } = await manager.findOneOrFail(CharacterEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (version !== current.version) return false;
    await this.write(manager, id, version + 1, sheet);
    await manager.update(CharacterEntity, { id }, { version: version + 1, updatedAt: now });
    return true;
  }

  private async write(
    manager: EntityManager,
    characterId: string,
    version: number,
    sheet: ShippedCharacter['sheet'],
  ): Promise<void> {
    await manager.insert(CharacterVersionEntity, {
      ...{ characterId, version, sheet, card: null, changedBy: SHIPPED, restoredFrom: null },
      createdAt: this.clock.now(),
    });
  }
}
