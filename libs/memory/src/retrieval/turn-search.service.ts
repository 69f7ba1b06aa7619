import { Injectable } from '@nestjs/common';

import { ChatIndexes } from './index/chat-indexes.service.js';
import { FeatureKeys } from './index/feature-keys.service.js';
import type { TurnIndex } from './index/turn-index.js';
import { TurnOpener } from './opening/turn-opener.service.js';
import { rankTurns, type RankedTurn } from './ranking/rank-turns.js';
import { RANKING_POLICY } from './ranking/ranking-policy.js';
import type { TurnQuery } from './ranking/turn-query.js';
import { reasonsOf } from './reasons.js';
import type { MemorySearch, RetrievedMemory } from './retrieved-memory.js';
import { searchQuery } from './search-query.js';
import type { SearchScope } from './search-scope.service.js';

/** Beyond what is asked for: some of it may turn out to be gone. */
const SPARE = 4;
const MOST_LOOKED_AT = 1_000;
const NOTHING: ReadonlySet<string> = new Set();

/** Finds what was said. */
@Injectable()
export class TurnSearch {
  constructor(
    private readonly indexes: ChatIndexes,
    private readonly keys: FeatureKeys,
    private readonly opener: TurnOpener,
  ) {}

  /** The indexes of the chats, up to date. */
  indexesOf({ chats }: SearchScope): Promise<readonly TurnIndex[]> {
    return this.indexes.of(chats);
  }

  queryOf(search: MemorySearch, scope: SearchScope, indexes: readonly TurnIndex[]): TurnQuery {
    return searchQuery(search, scope, indexes, this.keys);
  }

  /** The best first, opened, at most `limit` and a few more; when too many of them may not be told, the next ones are looked at. */
  async find(
    { policy = RANKING_POLICY, seen = NOTHING }: MemorySearch,
    scope: SearchScope,
    { indexes, query, limit }: { indexes: readonly TurnIndex[]; query: TurnQuery; limit: number },
  ): Promise<RetrievedMemory[]> {
    for (let wanted = limit + SPARE; ; wanted *= 4) {
      const best = rankTurns(indexes, query, policy, wanted + seen.size);
      const ranked = best.filter((turn) => !seen.has(idOf(turn))).slice(0, wanted);
      const opened = await this.opener.open(scope, ranked.map(idOf));
      const found = ranked.flatMap((turn): RetrievedMemory[] => {
        const message = opened.get(idOf(turn));
        if (!message) return [];
        return [{ kind: 'turn', ...message, score: 0, relevance: turn.coverage, reasons: reasonsOf(turn, query) }];
      });
      if (found.length >= limit || ranked.length < wanted || wanted > MOST_LOOKED_AT) return found;
    }
  }
}

function idOf({ index, place }: RankedTurn): string {
  return index.ids[place] ?? '';
}
