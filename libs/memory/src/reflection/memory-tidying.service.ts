import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Transactions } from '#database';

import { MemoryFacts } from '../facts/memory-facts.service.js';
import type { MemoryOwner, MemoryScope } from '../facts/memory-scope.js';
import { MemoryUpkeep } from '../facts/memory-upkeep.service.js';
import { reflectOn } from './reflect-on.js';

/** What was tidied. */
export interface Tidied {
  readonly merged: number;
  readonly promoted: number;
}

/** More memories of one scope are not compared with each other: the most important are. */
const COMPARED = 500;

/** Makes one of what was said twice, and notes what was said often. Each scope by itself: nothing leaves its group. */
@Injectable()
export class MemoryTidying {
  constructor(
    private readonly facts: MemoryFacts,
    private readonly upkeep: MemoryUpkeep,
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
  ) {}

  async tidy(owner: MemoryOwner): Promise<Tidied> {
    const scopes = await this.dataSource.query<{ groupId: string | null }[]>(
      `SELECT DISTINCT chat_id AS "groupId" FROM memories WHERE contact_id = $1 AND character_id = $2 AND status = 'active'`,
      [owner.contactId, owner.characterId],
    );
    const tidied = { merged: 0, promoted: 0 };
    for (const { groupId } of scopes) {
      const { merged, promoted } = await this.tidyScope({ ...owner, groupId });
      tidied.merged += merged;
      tidied.promoted += promoted;
    }
    return tidied;
  }

  private async tidyScope(scope: MemoryScope): Promise<Tidied> {
    const { same, promoted } = reflectOn((await this.facts.candidates(scope)).slice(0, COMPARED));
    if (same.length + promoted.size === 0) return { merged: 0, promoted: 0 };
    await this.transactions.run(async (manager) => {
      for (const { kept, others } of same) await this.upkeep.merge(manager, scope, kept, others);
      for (const [importance, ids] of promoted) await this.upkeep.promote(manager, scope, ids, importance);
    });
    return { merged: count(same.map(({ others }) => others)), promoted: count([...promoted.values()]) };
  }
}

function count(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}
