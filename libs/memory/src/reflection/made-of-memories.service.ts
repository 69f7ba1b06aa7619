import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ForgettingFollowers } from '../facts/forgetting-followers.service.js';
import type { MemorySource } from '../facts/memory-fact.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { Relationships } from '../relationship/relationships.service.js';
import { MemorySummaries } from '../summaries/memory-summaries.service.js';
import { MemoryProfiles } from './memory-profiles.service.js';

/** What was made of what somebody said goes with it: summaries, the portrait, and, with everything, the relationship. */
@Injectable()
export class MadeOfMemories implements OnModuleInit {
  constructor(
    private readonly followers: ForgettingFollowers,
    private readonly summaries: MemorySummaries,
    private readonly profiles: MemoryProfiles,
    private readonly relationships: Relationships,
  ) {}

  onModuleInit(): void {
    this.followers.attach({
      sources: (manager, owner, sources) => this.sources(manager, owner, sources),
      unsaid: (manager, said) => this.summaries.unsay(manager, said),
      everything: async (manager, owner) => {
        await this.summaries.forget(manager, owner);
        await this.profiles.forget(manager, owner);
        await this.relationships.forget(manager, owner);
      },
    });
  }

  private async sources(manager: EntityManager, owner: MemoryOwner, sources: readonly MemorySource[]): Promise<void> {
    await this.profiles.forget(manager, owner);
    await this.summaries.forgetSince(manager, owner, sources);
  }
}
