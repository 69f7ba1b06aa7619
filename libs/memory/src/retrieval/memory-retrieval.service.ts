import { Injectable } from '@nestjs/common';

import { MeaningRank } from './meaning-rank.service.js';
import { NoteSearch } from './notes/note-search.service.js';
import { fuse } from './ranking/fuse.js';
import { MEMORY_KINDS, type MemorySearch, type RetrievedMemory } from './retrieved-memory.js';
import { SearchScopes } from './search-scope.service.js';
import { takeWithin } from './take-within.js';
import { TurnSearch } from './turn-search.service.js';

/** Finds what was said and what is known that matters for a question. */
@Injectable()
export class MemoryRetrieval {
  constructor(
    private readonly scopes: SearchScopes,
    private readonly turns: TurnSearch,
    private readonly notes: NoteSearch,
    private readonly meaning: MeaningRank,
  ) {}

  /**
   * What fits the question best, best first: at most `limit`, of turns, facts and summaries, fused by rank. Only of chats with this contact,
   * or of the one group that is asked for. Empty when nothing fits. Rejects when `signal` aborts.
   */
  async search(search: MemorySearch): Promise<RetrievedMemory[]> {
    const { text, kinds = MEMORY_KINDS, signal } = search;
    const limit = search.limit * this.meaning.widening;
    const scope = await this.scopes.of(search.characterId, search.contactId, search.chatIds);
    signal?.throwIfAborted();
    // None of the chats that were asked for is theirs: what they told in private is no answer to that.
    if (search.chatIds && scope.chatIds.length === 0) return [];
    const indexes = kinds.includes('turn') ? await this.turns.indexesOf(scope) : [];
    const query = this.turns.queryOf(search, scope, indexes);
    const [said, known] = await Promise.all([
      this.turns.find(search, scope, { indexes, query, limit }),
      this.notes.gather(scope, kinds),
    ]);
    signal?.throwIfAborted();
    const lists = [said, ...this.notes.rank(known, query, { ...search, limit })];
    const near = await this.meaning.order(text, lists.flat(), signal);
    const fused = fuse(near ? [...lists, near] : lists, ({ kind, id }) => `${kind}/${id}`);
    return takeWithin(
      fused.map(({ item, score }) => ({ ...item, score })),
      search,
    );
  }
}
