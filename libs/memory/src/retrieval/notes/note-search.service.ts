import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import type { MemoryFact } from '../../facts/memory-fact.js';
import { MemoryFacts } from '../../facts/memory-facts.service.js';
import { SummaryList, type SummaryView } from '../../facts/summary-list.js';
import { analyse } from '../analysis/analyse.js';
import { FeatureKeys } from '../index/feature-keys.service.js';
import type { TurnFeatures } from '../index/turn-features.js';
import { noteIndex, rankNotes } from '../ranking/rank-notes.js';
import { RANKING_POLICY } from '../ranking/ranking-policy.js';
import type { TurnQuery } from '../ranking/turn-query.js';
import { MEMORY_KINDS, type MemorySearch, type RetrievedMemory } from '../retrieved-memory.js';
import type { SearchScope } from '../search-scope.service.js';
import { ReadyNotes, type IndexedNotes, type TextNote } from './ready-notes.js';

/** Summaries that are looked through, the latest. */
const SUMMARIES = 100;
const CACHED = 5_000;
const NOTHING: readonly RetrievedMemory[] = [];

/** Facts and summaries that fit a question. There are few of a contact: they are ranked where they are opened. */
@Injectable()
export class NoteSearch {
  private readonly analysed = new LRUCache<string, TurnFeatures>({ max: CACHED });
  private readonly ready = new ReadyNotes();

  constructor(
    private readonly facts: MemoryFacts,
    private readonly summaries: SummaryList,
    private readonly keys: FeatureKeys,
  ) {}

  /** Facts, and summaries, of those that may be used in the scope: two lists, each the best first, at most `limit`. */
  async find(
    { now, kinds = MEMORY_KINDS }: MemorySearch,
    scope: SearchScope,
    { query, limit }: { query: TurnQuery; limit: number },
  ): Promise<readonly (readonly RetrievedMemory[])[]> {
    const lists = await Promise.all([
      kinds.includes('fact') ? this.factsOf(scope) : null,
      kinds.includes('summary') ? this.summariesOf(scope) : null,
    ]);
    return lists.map((notes) => (notes === null ? NOTHING : ranked(notes, query, now, limit)));
  }

  private async factsOf({ characterId, contactId, groupId, revision }: SearchScope): Promise<IndexedNotes> {
    const facts = await this.facts.candidates({ characterId, contactId, groupId }, revision);
    return this.ready.of(`fact/${characterId}/${contactId}/${groupId ?? ''}`, facts, (known) =>
      this.indexed(known.map((fact) => noteOfFact(fact, groupId))),
    );
  }

  private async summariesOf({ characterId, contactId, chatIds, revision }: SearchScope): Promise<IndexedNotes> {
    const summaries = await this.summaries.list({ characterId, contactId }, SUMMARIES, revision);
    const theirs = summaries.filter(({ chatId }) => chatIds.includes(chatId));
    return this.ready.of(`summary/${characterId}/${contactId}/${chatIds.join()}`, theirs, (known) =>
      this.indexed(known.map(noteOfSummary)),
    );
  }

  private indexed(notes: readonly TextNote[]): IndexedNotes {
    return { notes, index: noteIndex(notes, ({ text }) => this.featuresOf(text)) };
  }

  private featuresOf(text: string): TurnFeatures {
    const known = this.analysed.get(text);
    if (known) return known;
    const features = this.keys.featuresOf(analyse(text));
    this.analysed.set(text, features);
    return features;
  }
}

function ranked(notes: IndexedNotes, query: TurnQuery, now: Date, limit: number): RetrievedMemory[] {
  const best = rankNotes(notes, query, RANKING_POLICY, now).slice(0, limit);
  return best.map(({ note: { kind, id, chatId, text, at, importance }, coverage }) => {
    const reasons = [`${Math.round(100 * coverage)} % of the words`, `importance ${importance} of 10`];
    return { kind, id, chatId, text, at, author: null, senderName: null, score: 0, relevance: coverage, reasons };
  });
}

function noteOfFact({ id, text, importance, lastReinforcedAt }: MemoryFact, groupId: string | null): TextNote {
  return { kind: 'fact', id, chatId: groupId, text, importance, at: lastReinforcedAt };
}

function noteOfSummary({ id, chatId, summary, importance, at }: SummaryView): TextNote {
  return { kind: 'summary', id, chatId, text: summary, importance, at };
}
