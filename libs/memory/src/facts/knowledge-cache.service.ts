import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { Cache } from '#agents';
import { DataKeys, openField, sealField, type DataKey } from '#security';

import { MemoryRevision } from './memory-revision.service.js';
import type { MemoryOwner } from './memory-scope.js';

/** A part of what is known of a contact that may be given again for a moment. */
export interface CachedPart<T> {
  /** Names it within its owner: `memories`. */
  readonly name: string;
  /** In ms. */
  readonly keptFor: number;
  readonly make: () => Promise<T>;
  /** Makes it of its JSON. */
  readonly read: (json: unknown) => T;
}

/** In characters of JSON, of everybody together, in one process. */
const MOST_CHARACTERS = 64 * 1_048_576;

/** As long as a key that was erased elsewhere may still be known here. */
const OPENED_MS = 5 * 60_000;

interface Opened {
  readonly revision: number;
  readonly value: unknown;
  readonly size: number;
}

/**
 * Keeps what is known of contacts at hand: opened in this process, and sealed with their keys for all of them. What was kept before the
 * last change is not given out, whoever wrote it and when. What it gives is shared: nobody changes it.
 */
@Injectable()
export class KnowledgeCache {
  private readonly opened = new LRUCache<string, Opened>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ size }) => size,
  });

  constructor(
    private readonly cache: Cache,
    private readonly keys: DataKeys,
    private readonly revision: MemoryRevision,
  ) {}

  /** `known` is the owner's revision, for whoever has read it just now. */
  async remember<T>(owner: MemoryOwner, part: CachedPart<T>, known?: number): Promise<T> {
    const revision = known ?? (await this.revision.current(owner));
    const key = (await this.keys.find([owner.contactId])).get(owner.contactId);
    // Nothing is kept of people without a key: they were erased, or never said a thing.
    if (!key) return part.make();
    const place = placeOf(owner, part.name);
    const opened = this.opened.get(place);
    // What this place keeps was put there by the same part.
    if (opened?.revision === revision) return opened.value as T;
    const text = await this.textOf(place, key, revision, part);
    const value = part.read(JSON.parse(text));
    this.opened.set(
      place,
      { revision, value, size: text.length + 1 },
      {
        ttl: Math.min(part.keptFor, OPENED_MS),
      },
    );
    return value;
  }

  /** Takes away what this process has kept of somebody. What others kept is of an earlier revision: it is not given out. */
  async forget(owner: MemoryOwner): Promise<void> {
    const places = [...this.opened.keys()].filter((place) => place.startsWith(placeOf(owner, '')));
    for (const place of places) this.opened.delete(place);
    await Promise.all(places.map((place) => this.cache.delete(place)));
  }

  private async textOf<T>(
    place: string,
    key: DataKey,
    revision: number,
    { keptFor, make }: CachedPart<T>,
  ): Promise<string> {
    const kept = opened(key, place, await this.cache.get(place), revision);
    if (kept !== undefined) return kept;
    const text = JSON.stringify(await make());
    const sealed = sealField(key, addressOf(place), text).toString('base64');
    // An answer does not wait for it: whoever asks before it is there, or when it failed, makes it again.
    this.cache.set(place, { revision, sealed }, keptFor).catch(() => undefined);
    return text;
  }
}

function placeOf({ characterId, contactId }: MemoryOwner, name: string): string {
  return `memory:${characterId}:${contactId}:${name}`;
}

function addressOf(place: string): { table: string; column: string; rowId: string } {
  return { table: 'cache', column: 'value', rowId: place };
}

/** Undefined for what is of another revision, and for what does not open. */
function opened(key: DataKey, place: string, kept: unknown, revision: number): string | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { revision: of, sealed: text } = kept as { readonly revision?: unknown; readonly sealed?: unknown };
  if (of !== revision || typeof text !== 'string') return undefined;
  try {
    return openField(key, addressOf(place), Buffer.from(text, 'base64'));
  } catch {
    return undefined;
  }
}
