import { Injectable } from '@nestjs/common';

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

/**
 * Keeps what is known of contacts at hand, sealed with their keys. What was kept before the last change is not given out, whoever
 * wrote it and when.
 */
@Injectable()
export class KnowledgeCache {
  constructor(
    private readonly cache: Cache,
    private readonly keys: DataKeys,
    private readonly revision: MemoryRevision,
  ) {}

  /** `revision` saves the look-up for who knows it. */
  async remember<T>(owner: MemoryOwner, { name, keptFor, make, read }: CachedPart<T>, revision?: number): Promise<T> {
    const current = revision ?? (await this.revision.current(owner));
    const key = (await this.keys.find([owner.contactId])).get(owner.contactId);
    const place = placeOf(owner, name);
    const kept = key && opened(key, place, await this.cache.get(place), current);
    if (kept !== undefined) return read(kept);
    const made = await make();
    // Nothing is kept of people without a key: they were erased.
    if (key) await this.cache.set(place, { revision: current, sealed: sealed(key, place, made) }, keptFor);
    return made;
  }

  async forget(owner: MemoryOwner, names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.cache.delete(placeOf(owner, name))));
  }
}

function placeOf({ characterId, contactId }: MemoryOwner, name: string): string {
  return `memory:${characterId}:${contactId}:${name}`;
}

function addressOf(place: string): { table: string; column: string; rowId: string } {
  return { table: 'cache', column: 'value', rowId: place };
}

function sealed(key: DataKey, place: string, value: unknown): string {
  return sealField(key, addressOf(place), JSON.stringify(value)).toString('base64');
}

/** Undefined for what is of another revision, and for what does not open. */
function opened(key: DataKey, place: string, kept: unknown, revision: number): unknown {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { revision: of, sealed: text } = kept as { readonly revision?: unknown; readonly sealed?: unknown };
  if (of !== revision || typeof text !== 'string') return undefined;
  try {
    return JSON.parse(openField(key, addressOf(place), Buffer.from(text, 'base64'))) as unknown;
  } catch {
    return undefined;
  }
}
