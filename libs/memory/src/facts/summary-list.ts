import { Injectable } from '@nestjs/common';

import { KnowledgeCache } from './knowledge-cache.service.js';
import type { MemoryOwner } from './memory-scope.js';

/** What was said in a part of a chat, in short, opened. */
export interface SummaryView {
  readonly id: string;
  readonly chatId: string;
  readonly summary: string;
  /** 1-10. */
  readonly importance: number;
  /** When the last message of the part was sent. */
  readonly at: Date;
}

/** Whoever keeps summaries and the short always-present portrait of a contact. */
export interface SummarySource {
  /** Of all chats with the contact, the latest first, at most `limit`. */
  list(owner: MemoryOwner, limit: number): Promise<readonly SummaryView[]>;
  /** The rolling summary of one chat; null when there is none. */
  latest(characterId: string, chatId: string): Promise<string | null>;
  /** What is always told of the contact; null when there is none. */
  profile(owner: MemoryOwner): Promise<string | null>;
}

const KEPT_MS = 30 * 60_000;

/** The door to summaries. There are none until a source is attached. */
@Injectable()
export class SummaryList implements SummarySource {
  private source?: SummarySource;

  constructor(private readonly cache: KnowledgeCache) {}

  /** For a module, while it is being initialised. */
  attach(source: SummarySource): void {
    this.source = source;
  }

  /** Kept at hand for half an hour. `revision` is for whoever has read it just now. */
  async list(owner: MemoryOwner, limit: number, revision?: number): Promise<readonly SummaryView[]> {
    const { source } = this;
    if (!source) return [];
    return this.cache.remember(
      owner,
      {
        name: `summaries:${limit}`,
        keptFor: KEPT_MS,
        make: () => source.list(owner, limit),
        read: (json) => (json as readonly KeptSummary[]).map((summary) => ({ ...summary, at: new Date(summary.at) })),
      },
      revision,
    );
  }

  async latest(characterId: string, chatId: string): Promise<string | null> {
    return (await this.source?.latest(characterId, chatId)) ?? null;
  }

  async profile(owner: MemoryOwner): Promise<string | null> {
    return (await this.source?.profile(owner)) ?? null;
  }
}

type KeptSummary = Omit<SummaryView, 'at'> & { readonly at: string };
