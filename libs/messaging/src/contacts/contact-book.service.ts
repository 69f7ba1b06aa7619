import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import type { Alias } from './aliases.js';
import { aliasKey, type PlannedContact } from './contact-plan.js';

/** Counted, not reserved at the start. */
const CACHED_ALIASES = 50_000;
/** Another process may merge contacts: what we remember of them is forgotten soon. */
const CACHE_MS = 60_000;

/** Remembers which contact an alias belongs to. */
@Injectable()
export class ContactBook {
  private readonly known = new LRUCache<string, PlannedContact>({
    maxSize: CACHED_ALIASES,
    sizeCalculation: () => 1,
    ttl: CACHE_MS,
  });

  /** The contact from memory, when all aliases agree and there is nothing new to write down. */
  recall(accountId: string, aliases: readonly Alias[], name?: string): string | undefined {
    const contacts = aliases.map((alias) => this.known.get(cacheKey(accountId, alias)));
    const first = contacts[0];
    if (!first || contacts.some((contact) => contact?.id !== first.id)) return undefined;
    return name === undefined || name === first.name ? first.id : undefined;
  }

  /** To be called when what it says is committed. */
  remember(accountId: string, aliases: readonly Alias[], contact: PlannedContact): void {
    for (const alias of aliases) this.known.set(cacheKey(accountId, alias), contact);
  }

  /** Forgets everything: what was remembered turned out to be stale. */
  forget(): void {
    this.known.clear();
  }
}

function cacheKey(accountId: string, alias: Alias): string {
  return `${accountId}|${aliasKey(alias)}`;
}
