import { Injectable } from '@nestjs/common';

import { ChatIndexes } from './index/chat-indexes.service.js';
import { FeatureKeys } from './index/feature-keys.service.js';
import type { TurnIndex } from './index/turn-index.js';
import { NoteSearch } from './notes/note-search.service.js';
import { TurnOpener, type OpenedTurn } from './opening/turn-opener.service.js';
import { fuse } from './ranking/fuse.js';
import { rankTurns, type RankedTurn } from './ranking/rank-turns.js';
import { RANKING_POLICY } from './ranking/ranking-policy.js';
import type { TurnQuery } from './ranking/turn-query.js';
import { reasonsOf } from './reasons.js';
import type { MemorySearch, RetrievedMemory } from './retrieved-memory.js';
import { searchQuery } from './search-query.js';
import { SearchScopes, type SearchScope } from './search-scope.service.js';
import { takeWithin } from './take-within.js';

/** Beyond what is asked for: some of it may turn out to be gone. */
const SPARE = 8;
const MOST_LOOKED_AT = 1_000;

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
    const [indexes, notes] = await Promise.all([
      kinds.includes('turn') ? this.indexes.of(scope.chatIds) : [],
      this.notes.gather(scope, kinds),
    ]);
    const query = searchQuery(search, scope, indexes, this.keys);
    const { turns, opened } = await this.turns(search, scope, indexes, query);
    search.signal?.throwIfAborted();
    return takeWithin(this.fused(turns, opened, this.notes.rank(notes, query, search), query), search);
  }

  /** Opened; when too many of them may not be told, the next ones are looked at. */
  private async turns(
    { limit, policy = RANKING_POLICY }: MemorySearch,
    scope: SearchScope,
    indexes: readonly TurnIndex[],
    query: TurnQuery,
  ): Promise<{ readonly turns: readonly RankedTurn[]; readonly opened: ReadonlyMap<string, OpenedTurn> }> {
    for (let wanted = limit + SPARE; ; wanted *= 4) {
      const ranked = rankTurns(indexes, query, policy, wanted);
      const opened = await this.opener.open(scope, ranked.map(idOf));
      const turns = ranked.filter((turn) => opened.has(idOf(turn)));
      if (turns.length >= limit || ranked.length < wanted || wanted > MOST_LOOKED_AT) return { turns, opened };
    }
  }

  private fused(
    turns: readonly RankedTurn[],
    opened: ReadonlyMap<string, OpenedTurn>,
    notes: readonly (readonly RetrievedMemory[])[],
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
