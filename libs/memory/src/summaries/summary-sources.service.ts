import { Injectable, type OnModuleInit } from '@nestjs/common';

import { SummaryList } from '../facts/summary-list.js';
import { MemoryProfiles } from '../reflection/memory-profiles.service.js';
import { MemorySummaries } from './memory-summaries.service.js';

/** Puts summaries and portraits behind their door. */
@Injectable()
export class SummarySources implements OnModuleInit {
  constructor(
    private readonly list: SummaryList,
    private readonly summaries: MemorySummaries,
    private readonly profiles: MemoryProfiles,
  ) {}

  onModuleInit(): void {
    this.list.attach({
      list: async (owner, limit) =>
        (await this.summaries.ofContact(owner, limit)).map(({ id, chatId, text, importance, lastMessageAt }) => ({
          ...{ id, chatId, summary: text, importance, at: lastMessageAt },
        })),
      latest: async (characterId, chatId) => (await this.summaries.latest(characterId, chatId))?.text ?? null,
      profile: (owner) => this.profiles.of(owner),
    });
  }
}
