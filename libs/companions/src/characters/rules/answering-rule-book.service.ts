import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, isId } from '#kernel';
import { DEFAULT_CHARACTER_ID } from '#memory';

import { unknownCharacters } from '../characters.errors.js';
import { CharacterEntity } from '../store/character.entity.js';
import { CharactersRevision } from '../store/characters-revision.service.js';
import type { AnsweringRule } from './answering-rule.js';
import { CharacterRulesEntity } from './character-rules.entity.js';

/** Which character answers which chat: the first rule that is true of it, else the default. */
export interface AnsweringRules {
  readonly rules: readonly AnsweringRule[];
  /** Id of the character that answers everybody else. */
  readonly defaultCharacterId: string;
  /** Grows with each change. */
  readonly revision: number;
  readonly changedAt: Date | null;
}

/** Keeps the rules. */
@Injectable()
export class AnsweringRuleBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly revision: CharactersRevision,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<AnsweringRules> {
    return rulesOf(await this.dataSource.manager.findOneByOrFail(CharacterRulesEntity, { id: 1 }));
  }

  /** All of them anew; characters by id or slug. @throws AppError `character.unknown` */
  async write(rules: readonly AnsweringRule[], otherwise: string, by: string): Promise<AnsweringRules> {
    try {
      return await this.transactions.run(async (manager) => {
        const before = await this.revision.advance(manager);
        const ids = await activeIds(manager, [otherwise, ...rules.map(({ then }) => then)]);
        const idOf = (name: string): string => ids.get(keyOf(name)) ?? name;
        const written = {
          rules: rules.map(({ when, then }) => ({ when, then: idOf(then) })),
          defaultCharacterId: idOf(otherwise),
          revision: before.revision + 1,
          changedBy: by,
          changedAt: this.clock.now(),
        };
        await manager.update(CharacterRulesEntity, { id: 1 }, written);
        return rulesOf({ ...before, ...written });
      });
    } finally {
      this.revision.forget();
    }
  }
}

function rulesOf({ rules, defaultCharacterId, revision, changedAt }: CharacterRulesEntity): AnsweringRules {
  return { rules, defaultCharacterId: defaultCharacterId ?? DEFAULT_CHARACTER_ID, revision, changedAt };
}

/** Of each name its id. @throws AppError `character.unknown` */
async function activeIds(manager: EntityManager, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(names.map(keyOf))];
  const rows = await manager.find(CharacterEntity, {
    where: [
      { status: 'active', id: In(asked.filter((name) => isId(name))) },
      { status: 'active', slug: In(asked.filter((name) => !isId(name))) },
    ],
  });
  const ids = new Map(rows.flatMap(({ id, slug }) => [[id, id] as const, [slug, id] as const]));
  const unknown = names.filter((name) => !ids.has(keyOf(name)));
  if (unknown.length > 0) throw unknownCharacters([...new Set(unknown)]);
  return ids;
}

function keyOf(name: string): string {
  const key = name.toLowerCase();
  return key === 'default' ? DEFAULT_CHARACTER_ID : key;
}
