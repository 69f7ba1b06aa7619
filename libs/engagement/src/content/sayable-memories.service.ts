import { Injectable } from '@nestjs/common';

import { MemoryBoard, type WordedMemory } from '#memory';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { ContentRequest } from './content-request.js';
import { touches } from './touches.js';

/** The memories that may be spoken of first: theirs, important enough, nothing of health, nothing that they do not want to hear of. */
@Injectable()
export class SayableMemoryReader {
  constructor(private readonly board: MemoryBoard) {}

  /** The most important first, the one that makes the moment before all. `avoided`: what they do not want to hear of. */
  async of(
    { contactId, characterId, memoryIds, moment }: ContentRequest,
    avoided: readonly string[],
    { maxMemories, memoryImportanceThreshold }: EngagementPolicy,
  ): Promise<readonly WordedMemory[]> {
    const ofMoment = moment?.split(':')[0];
    const ids = [...new Set([...(ofMoment ? [ofMoment] : []), ...memoryIds])];
    if (ids.length === 0 || maxMemories === 0) return [];
    const memories = (await this.board.wordsOf({ contactId, characterId }, ids))
      .filter(({ importance, category }) => importance >= memoryImportanceThreshold && category !== 'health')
      .filter(({ text }) => !touches(text, avoided))
      .sort((a, b) => Number(b.id === ofMoment) - Number(a.id === ofMoment) || ids.indexOf(a.id) - ids.indexOf(b.id));
    return memories.slice(0, maxMemories);
  }
}
