import { LRUCache } from 'lru-cache';

import type { TurnIndex } from '../index/turn-index.js';
import type { Note } from '../ranking/rank-notes.js';

/** A fact or a summary, opened. */
export interface TextNote extends Note {
  readonly kind: 'fact' | 'summary';
  readonly chatId: string | null;
  readonly text: string;
}

/** Notes with what they are ranked by. */
export interface IndexedNotes {
  readonly notes: readonly TextNote[];
  readonly index: TurnIndex;
}

interface Kept extends IndexedNotes {
  readonly sources: readonly object[];
}

/** Of everybody together, roughly: two hundred facts take about 150 KiB. */
const MOST_BYTES = 16 * 1_048_576;
/** They are opened: no longer than what they are made of is kept so. */
const KEPT_MS = 5 * 60_000;

/**
 * Notes that are ready to be ranked, kept for as long as they are made of the very same objects: what is known of somebody is given out again
 * and again until it changes, and making its index takes longer than asking it.
 */
export class ReadyNotes {
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ index }) => Math.max(1, index.bytes),
    ttl: KEPT_MS,
  });

  /** `place` names whose notes they are; of others' they are made anew. */
  of<T extends object>(
    place: string,
    sources: readonly T[],
    make: (sources: readonly T[]) => IndexedNotes,
  ): IndexedNotes {
    const known = this.kept.get(place);
    if (known && areSame(known.sources, sources)) return known;
    const made = { ...make(sources), sources };
    this.kept.set(place, made);
    return made;
  }
}

function areSame(some: readonly object[], others: readonly object[]): boolean {
  if (some === others) return true;
  return some.length === others.length && some.every((one, place) => one === others[place]);
}
