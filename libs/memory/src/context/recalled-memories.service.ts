import { Injectable } from '@nestjs/common';

import { MemoryConfig } from '#config';
import { Clock } from '#kernel';

import type { MemoryFact } from '../facts/memory-fact.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import { MemoryRetrieval } from '../retrieval/memory-retrieval.service.js';
import type { MemorySearch, RetrievedMemory } from '../retrieval/retrieved-memory.js';
import type { Searched, SearchScope } from '../retrieval/search-scope.service.js';
import { CONTEXT_POLICY } from './context-policy.js';
import { questionOf } from './question-of.js';
import type { ContextOwner, ContextRequest } from './remembered-context.js';

/** What is known of whom an answer is for, and what has to do with what is said now. */
@Injectable()
export class RecalledMemories {
  constructor(
    private readonly retrieval: MemoryRetrieval,
    private readonly facts: MemoryFacts,
    private readonly config: MemoryConfig,
    private readonly clock: Clock,
  ) {}

  /** Where the answer may look, and the revision of what is known: read once for all that it remembers. */
  scope(owner: ContextOwner): Promise<SearchScope> {
    return this.retrieval.scopeOf(searchedBy(owner));
  }

  /** Makes a search ready to begin. */
  prepare(scope: SearchScope): Promise<void> {
    return this.retrieval.prepare(scope);
  }

  /** Everything that may be used, in order of importance. */
  known({ characterId, contactId, chat }: ContextOwner, { revision }: SearchScope): Promise<readonly MemoryFact[]> {
    const groupId = chat.kind === 'group' ? chat.id : null;
    return this.facts.candidates({ characterId, contactId, groupId }, revision);
  }

  /** What fits what is said now best, best first. */
  async found(request: ContextRequest, scope: SearchScope): Promise<readonly RetrievedMemory[]> {
    const { recent, zone, signal } = request;
    const text = questionOf(recent, CONTEXT_POLICY.questionLength);
    if (text === '') return [];
    const search: MemorySearch = {
      ...searchedBy(request),
      text,
      now: this.clock.now(),
      limit: this.config.maxFacts + CONTEXT_POLICY.recalled,
      mostTurns: CONTEXT_POLICY.recalled,
      seen: new Set(recent.map(({ id }) => id)),
      ...(zone !== undefined && { zone }),
      ...(signal && { signal }),
    };
    return this.retrieval.search(search, scope);
  }
}

function searchedBy({ characterId, contactId, chat }: ContextOwner): Searched {
  return { characterId, contactId, ...(chat.kind === 'group' && { chatIds: [chat.id] }) };
}
