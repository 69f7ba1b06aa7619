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

/** What was found for what is said now, and everything that is known, in order of importance. */
export interface Recall {
  readonly found: readonly RetrievedMemory[];
  readonly known: readonly MemoryFact[];
}

/** Finds what has to do with what is said now. */
@Injectable()
export class RecalledMemories {
  constructor(
    private readonly retrieval: MemoryRetrieval,
    private readonly facts: MemoryFacts,
    private readonly config: MemoryConfig,
    private readonly clock: Clock,
  ) {}

  async of(request: ContextRequest): Promise<Recall> {
    const { characterId, contactId, chat } = request;
    const groupId = chat.kind === 'group' ? chat.id : null;
    const [found, known] = await Promise.all([
      this.search(request),
      this.facts.candidates({ characterId, contactId, groupId }),
    ]);
    return { found: withinScope(found, known, groupId), known };
  }

  private async search({
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
      // What the answer sees anyway is found first, and left out after.
      limit: recent.length + this.config.maxFacts + CONTEXT_POLICY.recalled,
      ...(zone !== undefined && { zone }),
      ...(signal && { signal }),
    });
  }
}

/** A second lock on the door: whatever a search answers, no fact of another scope passes, and into a group nothing but the group's own. */
function withinScope(
  found: readonly RetrievedMemory[],
  known: readonly MemoryFact[],
  groupId: string | null,
): readonly RetrievedMemory[] {
  const ids = new Set(known.map(({ id }) => id));
  return found.filter(({ kind, id, chatId }) =>
    kind === 'fact' ? ids.has(id) : groupId === null || chatId === groupId,
  );
}
