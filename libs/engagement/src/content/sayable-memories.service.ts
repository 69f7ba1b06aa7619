import { Injectable } from '@nestjs/common';

import { MemoryBoard, type WordedMemory } from '#memory';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { AvoidedTopics } from '../preferences/avoided-topics.service.js';
import type { ContentRequest } from './content-request.js';
import { touches } from './touches.js';

export interface SayableMemories {
  /** The most important first, the one that makes the moment before all. */
  readonly memories: readonly WordedMemory[];
  readonly avoided: readonly string[];
}

/** The memories that may be spoken of first: theirs, important enough, nothing of health, nothing that they do not want to hear of. */
@Injectable()
export class SayableMemoryReader {
  constructor(
    private readonly board: MemoryBoard,
    private readonly avoided: AvoidedTopics,
  ) {}

  async of(
    { contactId, characterId, memoryIds, moment }: ContentRequest,
    { maxMemories, memoryImportanceThreshold }: EngagementPolicy,
  ): Promise<SayableMemories> {
    const ofMoment = moment?.split(':')[0];
    const ids = [...new Set([...(ofMoment ? [ofMoment] : []), ...memoryIds])];
    const avoided = await this.avoided.of(contactId);
    if (ids.length === 0 || maxMemories === 0) return { memories: [], avoided };
    const memories = (await this.board.wordsOf({ contactId, characterId }, ids))
      .filter(({ importance, category }) => importance >= memoryImportanceThreshold && category !== 'health')
      .filter(({ text }) => !touches(text, avoided))
      .sort((a, b) => Number(b.id === ofMoment) - Number(a.id === ofMoment) || ids.indexOf(a.id) - ids.indexOf(b.id));
    return { memories: memories.slice(0, maxMemories), avoided };
  }
}
