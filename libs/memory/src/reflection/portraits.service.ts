import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';

import { MemoryFacts } from '../facts/memory-facts.service.js';
import { MemoryRevision } from '../facts/memory-revision.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { MemoryProfiles } from './memory-profiles.service.js';
import { profileFacts } from './profile-text.js';
import { ProfileWriter } from './profile-writer.service.js';

/** Writes the portrait of a contact anew when it would tell of other memories. */
@Injectable()
export class Portraits {
  constructor(
    private readonly facts: MemoryFacts,
    private readonly profiles: MemoryProfiles,
    private readonly writer: ProfileWriter,
    private readonly revision: MemoryRevision,
    private readonly transactions: Transactions,
  ) {}

  /** Answers whether it was. What is learnt meanwhile is left to the next time, and so is everything when one of its memories went meanwhile. */
  async refresh(owner: MemoryOwner, signal: AbortSignal): Promise<boolean> {
    const revision = await this.revision.current(owner);
    const facts = profileFacts(await this.facts.candidates({ ...owner, groupId: null }));
    const factIds = facts.map(({ id }) => id);
    const last = await this.profiles.origin(owner);
    const unchanged = last !== null && last.factIds.join() === factIds.join();
    if (unchanged && (last.model !== null || !this.writer.asks(facts))) {
      await this.transactions.run((manager) => this.profiles.confirm(manager, owner, revision));
      return false;
    }
    const written = await this.writer.write(facts, owner.contactId, signal);
    return this.transactions.run(async (manager) => {
      // A contact that became another one meanwhile has its portrait there.
      const change = await this.revision.advance(manager, owner);
      if (change?.contactId !== owner.contactId) return false;
      return this.profiles.write(manager, owner, { ...written, factIds, revision: revision + 1 });
    });
  }
}
