import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { MemoryFacts } from '../../facts/memory-facts.service.js';
import { SummaryList } from '../../facts/summary-list.js';
import { analyse } from '../analysis/analyse.js';
import { FeatureKeys } from '../index/feature-keys.service.js';
import type { TurnFeatures } from '../index/turn-features.js';
import { rankNotes, type Note } from '../ranking/rank-notes.js';
import { RANKING_POLICY } from '../ranking/ranking-policy.js';
import type { TurnQuery } from '../ranking/turn-query.js';
import { MEMORY_KINDS, type MemorySearch, type RetrievedMemory } from '../retrieved-memory.js';
import type { SearchScope } from '../search-scope.service.js';

/** A fact or a summary, opened. */
export interface TextNote extends Omit<Note, 'features'> {
  readonly kind: 'fact' | 'summary';
  readonly chatId: string | null;
  readonly text: string;
}

/** Summaries that are looked through, the latest. */
const SUMMARIES = 100;
const CACHED = 5_000;

/** Facts and summaries that fit a question. There are few of a contact: they are ranked where they are opened. */
@Injectable()
export class NoteSearch {
  private readonly analysed = new LRUCache<string, TurnFeatures>({ max: CACHED });

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
  ): Promise<readonly RetrievedMemory[][]> {
    const lists = await Promise.all([
      kinds.includes('fact') ? this.factsOf(scope) : [],
      kinds.includes('summary') ? this.summariesOf(scope) : [],
    ]);
    return lists.map((notes) => this.ranked(notes, query, now).slice(0, limit));
  }

  private ranked(notes: readonly TextNote[], query: TurnQuery, now: Date): RetrievedMemory[] {
    const byId = new Map(notes.map((note) => [note.id, note]));
    const prepared: Note[] = notes.map(({ id, at, importance, text }) => ({
      id,
      at,
      importance,
      features: this.featuresOf(text),
    }));
    return rankNotes(prepared, query, RANKING_POLICY, now).flatMap(({ id, coverage }) => {
      const note = byId.get(id);
      if (!note) return [];
      const { kind, chatId, text, at, importance } = note;
      const reasons = [`${Math.round(100 * coverage)} % of the words`, `importance ${importance} of 10`];
      return [{ kind, id, chatId, text, at, author: null, senderName: null, score: 0, relevance: coverage, reasons }];
    });
  }

  private async factsOf({ characterId, contactId, groupId, revision }: SearchScope): Promise<TextNote[]> {
    const facts = await this.facts.candidates({ characterId, contactId, groupId }, revision);
    return facts.map(({ id, text, importance, lastReinforcedAt }) => ({
      kind: 'fact',
      id,
      chatId: groupId,
      text,
      importance,
      at: lastReinforcedAt,
    }));
  }

  private async summariesOf({ characterId, contactId, chatIds, revision }: SearchScope): Promise<TextNote[]> {
    const summaries = await this.summaries.list({ characterId, contactId }, SUMMARIES, revision);
    return summaries
      .filter(({ chatId }) => chatIds.includes(chatId))
      .map(({ id, chatId, summary, importance, at }) => ({
        kind: 'summary',
        id,
        chatId,
        text: summary,
        importance,
        at,
      }));
  }

  private featuresOf(text: string): TurnFeatures {
    const known = this.analysed.get(text);
    if (known) return known;
    const features = this.keys.featuresOf(analyse(text));
    this.analysed.set(text, features);
    return features;
  }
}
