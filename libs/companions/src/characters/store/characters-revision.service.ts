import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import { CharacterRulesEntity } from '../rules/character-rules.entity.js';

/** What another process changed is noticed after so long, and costs one small query until then. */
const CHECKED_MS = 3_000;

/** Tells whether anything about characters or their rules has changed since, in whichever process. */
@Injectable()
export class CharactersRevision {
  private known?: { readonly changes: Promise<string>; readonly until: number };

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Another value than before means: look again. At most 3 s old. */
  async current(): Promise<string> {
    const now = this.clock.now().getTime();
    if (this.known && now < this.known.until) return this.known.changes;
    const known = { changes: this.read(), until: now + CHECKED_MS };
    this.known = known;
    // A failure is not remembered.
    known.changes.catch(() => {
      if (this.known === known) this.known = undefined;
    });
    return known.changes;
  }

  /** For a transaction that changes something: waits for the one before, and gives the rules as they are. */
  async advance(manager: EntityManager): Promise<CharacterRulesEntity> {
    await manager.query('UPDATE character_rules SET changes = changes + 1 WHERE id = 1');
    return manager.findOneByOrFail(CharacterRulesEntity, { id: 1 });
  }

  /** Something was changed in this process. */
  forget(): void {
    this.known = undefined;
  }

  private async read(): Promise<string> {
    const { changes } = await this.dataSource.manager.findOneByOrFail(CharacterRulesEntity, { id: 1 });
    return changes;
  }
}
