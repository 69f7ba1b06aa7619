import { Injectable } from '@nestjs/common';

import { MeaningRank } from './meaning-rank.service.js';
import { NoteSearch } from './notes/note-search.service.js';
import { fuse } from './ranking/fuse.js';
import { MEMORY_KINDS, type MemorySearch, type RetrievedMemory } from './retrieved-memory.js';
import { SearchScopes, type Searched, type SearchScope } from './search-scope.service.js';
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

  scopeOf(search: Searched): Promise<SearchScope> {
    return this.scopes.of(search);
  }

  /** Brings what a search of the scope looks through up to date, for one that will come in a moment. */
  async prepare(scope: SearchScope): Promise<void> {
    await this.turns.indexesOf(scope);
  }

  /**
   * What fits the question best, best first: at most `limit`, of turns, facts and summaries, fused by rank. Only of chats with this contact,
   * or of the one group that is asked for. Empty when nothing fits. Rejects when `signal` aborts. `known` is what `scopeOf` told just now.
   */
  async search(search: MemorySearch, known?: SearchScope): Promise<RetrievedMemory[]> {
    const { text, kinds = MEMORY_KINDS, signal } = search;
    const limit = search.limit * this.meaning.widening;
    const mostTurns = (search.mostTurns ?? search.limit) * this.meaning.widening;
    const scope = known ?? (await this.scopeOf(search));
    signal?.throwIfAborted();
    // None of the chats that were asked for is theirs: what they told in private is no answer to that.
    if (search.chatIds && scope.chatIds.length === 0) return [];
    const indexes = kinds.includes('turn') ? await this.turns.indexesOf(scope) : [];
    const query = this.turns.queryOf(search, scope, indexes);
    // Postgres fetches the turns while the notes are ranked.
    const [said, noted] = await Promise.all([
      this.turns.find(search, scope, { indexes, query, limit: Math.min(limit, mostTurns) }),
      this.notes.find(search, scope, { query, limit }),
    ]);
    signal?.throwIfAborted();
    const lists = [said, ...noted];
    const near = await this.meaning.order(text, lists.flat(), signal);
    const fused = fuse(near ? [...lists, near] : lists, ({ kind, id }) => `${kind}/${id}`);
    return takeWithin(
      fused.map(({ item, score }) => ({ ...item, score })),
      search,
    );
  }
}
