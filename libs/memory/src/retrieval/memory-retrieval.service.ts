import { Injectable } from '@nestjs/common';

import { ChatIndexes } from './index/chat-indexes.service.js';
import { FeatureKeys } from './index/feature-keys.service.js';
import { NoteSearch, type FoundNote } from './notes/note-search.service.js';
import { TurnOpener, type OpenedTurn } from './opening/turn-opener.service.js';
import { fuse } from './ranking/fuse.js';
import { rankTurns, type RankedTurn } from './ranking/rank-turns.js';
import { RANKING_POLICY } from './ranking/ranking-policy.js';
import type { TurnQuery } from './ranking/turn-query.js';
import { reasonsOf } from './reasons.js';
import type { MemorySearch, RetrievedMemory } from './retrieved-memory.js';
import { searchQuery } from './search-query.js';
import { SearchScopes } from './search-scope.service.js';
import { takeWithin } from './take-within.js';

/** Beyond what is asked for: some of it may turn out to be gone. */
const SPARE = 8;

/** Finds what was said and what is known that matters for a question. */
@Injectable()
export class MemoryRetrieval {
  constructor(
    private readonly scopes: SearchScopes,
    private readonly indexes: ChatIndexes,
    private readonly keys: FeatureKeys,
    private readonly opener: TurnOpener,
    private readonly notes: NoteSearch,
  ) {}

  /**
   * What fits the question best, best first: at most `limit`, of turns, facts and summaries, fused by rank. Only of chats with this contact,
   * or of the one group that is asked for. Empty when nothing fits. Rejects when `signal` aborts.
   */
  async search(search: MemorySearch): Promise<RetrievedMemory[]> {
    const { characterId, contactId, chatIds, kinds = ['turn', 'fact', 'summary'] } = search;
    const scope = await this.scopes.of(characterId, contactId, chatIds);
    search.signal?.throwIfAborted();
    const indexes = kinds.includes('turn') ? await this.indexes.of(scope.chatIds) : [];
    const query = searchQuery(search, scope, indexes, this.keys);
    const wanted = search.limit + SPARE;
    const turns = rankTurns(indexes, query, search.policy ?? RANKING_POLICY, wanted);
    const notes = kinds.some((kind) => kind !== 'turn') ? await this.notes.find(search, scope, query) : [];
    search.signal?.throwIfAborted();
    const opened = await this.opener.open(scope, turns.map(idOf));
    const kept = turns.filter((turn) => opened.has(idOf(turn)));
    return takeWithin(this.fused(kept, opened, notes, query), search);
  }

  private fused(
    turns: readonly RankedTurn[],
    opened: ReadonlyMap<string, OpenedTurn>,
    notes: readonly (readonly FoundNote[])[],
    query: TurnQuery,
  ): RetrievedMemory[] {
    const said = turns.flatMap((turn) => {
      const message = opened.get(idOf(turn));
      if (!message) return [];
      const reasons = reasonsOf(turn, query);
      return [{ kind: 'turn' as const, ...message, score: 0, relevance: turn.coverage, reasons }];
    });
    const lists: readonly (readonly RetrievedMemory[])[] = [said, ...notes];
    return fuse(lists, ({ kind, id }) => `${kind}/${id}`).map(({ item, score }) => ({ ...item, score }));
  }
}

function idOf({ index, place }: RankedTurn): string {
  return index.ids[place] ?? '';
}
