import { Injectable } from '@nestjs/common';

import { MemoryConfig } from '#config';
import { Clock } from '#kernel';

import type { MemoryFact } from '../facts/memory-fact.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import { MemoryRetrieval } from '../retrieval/memory-retrieval.service.js';
import type { RetrievedMemory } from '../retrieval/retrieved-memory.js';
import { CONTEXT_POLICY } from './context-policy.js';
import { questionOf } from './question-of.js';
import type { ContextRequest } from './remembered-context.js';

/** What is known of whom an answer is for, and what has to do with what is said now. */
@Injectable()
export class RecalledMemories {
  constructor(
    private readonly retrieval: MemoryRetrieval,
    private readonly facts: MemoryFacts,
    private readonly config: MemoryConfig,
    private readonly clock: Clock,
  ) {}

  /** Everything that may be used, in order of importance. */
  known({ characterId, contactId, chat }: ContextRequest): Promise<readonly MemoryFact[]> {
    return this.facts.candidates({ characterId, contactId, groupId: chat.kind === 'group' ? chat.id : null });
  }

  /** What fits what is said now best, best first. */
  async found({
    characterId,
    contactId,
    chat,
    recent,
    zone,
    signal,
  }: ContextRequest): Promise<readonly RetrievedMemory[]> {
    const text = questionOf(recent, CONTEXT_POLICY.questionLength);
    if (text === '') return [];
    return this.retrieval.search({
      characterId,
      contactId,
      ...(chat.kind === 'group' && { chatIds: [chat.id] }),
      text,
      now: this.clock.now(),
      limit: this.config.maxFacts + CONTEXT_POLICY.recalled,
      seen: new Set(recent.map(({ id }) => id)),
      ...(zone !== undefined && { zone }),
      ...(signal && { signal }),
    });
  }
}
