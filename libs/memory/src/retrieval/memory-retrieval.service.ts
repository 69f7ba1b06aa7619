import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import type { TurnIndex } from './index/turn-index.js';
import { MeaningRank } from './meaning-rank.service.js';
import { NoteSearch } from './notes/note-search.service.js';
import { fuse } from './ranking/fuse.js';
import { MEMORY_KINDS, type MemorySearch, type RetrievedMemory } from './retrieved-memory.js';
import { SearchScopes, type SearchScope } from './search-scope.service.js';
import { takeWithin } from './take-within.js';
import { TurnSearch } from './turn-search.service.js';

const REMEMBERED_CONTACTS = 10_000;

/** Finds what was said and what is known that matters for a question. */
@Injectable()
export class MemoryRetrieval {
  /** Where was looked for a contact last: a guess that lets the indexes be brought up to date while the scope is asked for. */
  private readonly lastChats = new LRUCache<string, readonly string[]>({ max: REMEMBERED_CONTACTS });

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
    const { scope, indexes } = await this.whereToLook(search, kinds.includes('turn'));
    signal?.throwIfAborted();
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

  private async whereToLook(
    { characterId, contactId, chatIds }: MemorySearch,
    forTurns: boolean,
  ): Promise<{ readonly scope: SearchScope; readonly indexes: readonly TurnIndex[] }> {
    const guess = forTurns ? (chatIds ?? this.lastChats.get(contactId)) : undefined;
    const [scope, guessed] = await Promise.all([
      this.scopes.of(characterId, contactId, chatIds),
      guess ? this.turns.indexesOf(guess) : undefined,
    ]);
    if (!forTurns) return { scope, indexes: [] };
    if (!chatIds) this.lastChats.set(contactId, scope.chatIds);
    const isRight = guess?.length === scope.chatIds.length && guess.every((id) => scope.chatIds.includes(id));
    return { scope, indexes: guessed && isRight ? guessed : await this.turns.indexesOf(scope.chatIds) };
  }
}
