import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';

import { Injectable, Optional } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, IsNull } from 'typeorm';

import { Clock, newId, SystemClock } from '#kernel';

import { MasterKeys } from '../keys/master-keys.js';
import { apiKeyNotFound } from '../security.errors.js';
import { apiKeyText, prefixOf } from './api-key-text.js';
import { ApiKeyEntity } from './api-key.entity.js';
import type { Principal } from './principal.js';

/** How long a revoked key may still work in another process. */
const CACHE_MS = 5_000;
const LAST_USED_MS = 60_000;
/** Compared with when there is no such key, so that both ways take the same time. */
const NO_HASH = Buffer.alloc(32);

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: Date | null;
}

export interface CreatedApiKey {
  readonly apiKey: ApiKeyEntity;
  /** The key itself. It cannot be shown again. */
  readonly plain: string;
}

/** The keys that programs call the API with. */
@Injectable()
export class ApiKeys {
  private readonly pepper: KeyObject;
  private readonly known: LRUCache<string, { readonly key: ApiKeyEntity | null }>;

  constructor(
    masterKeys: MasterKeys,
    private readonly dataSource: DataSource,
    // A process without a clock of its own runs on the machine's.
    @Optional() private readonly clock: Clock = new SystemClock(),
  ) {
    this.pepper = masterKeys.derive('api-keys');
    // Sized for one burst of guesses: without a bound, made-up prefixes would fill the memory.
    this.known = new LRUCache({
      max: 1_000,
      ttl: CACHE_MS,
      ttlResolution: 0,
      perf: { now: () => this.now().getTime() },
    });
  }

  async create({ name, scopes, expiresAt = null }: NewApiKey): Promise<CreatedApiKey> {
    const { plain, prefix } = apiKeyText();
    const apiKey = this.repository.create({
      id: newId(),
      name,
      prefix,
      hash: this.hash(plain),
      scopes: [...new Set(scopes)],
      createdAt: this.now(),
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    });
    await this.repository.insert(apiKey);
    return { apiKey, plain };
  }

  /** Whose key this is; null when it is unknown, expired or revoked. */
  async verify(plain: string): Promise<Principal | null> {
    const prefix = prefixOf(plain);
    const key = prefix === null ? null : await this.byPrefix(prefix);
    const matches = timingSafeEqual(this.hash(plain), key?.hash ?? NO_HASH);
    if (!key || !matches || key.revokedAt || (key.expiresAt && key.expiresAt <= this.now())) return null;
    await this.noteUse(key);
    return { id: key.id, name: key.name, scopes: key.scopes };
  }

  /** Works no more here at once, and elsewhere within five seconds. Throws `api-key.not-found`. */
  async revoke(id: string): Promise<void> {
    const key = await this.repository.findOneBy({ id });
    if (!key) throw apiKeyNotFound();
    await this.repository.update({ id, revokedAt: IsNull() }, { revokedAt: this.now() });
    this.known.delete(key.prefix);
  }

  /** All keys, revoked ones too, oldest first. */
  list(): Promise<ApiKeyEntity[]> {
    return this.repository.find({ order: { id: 'ASC' } });
  }

  private async byPrefix(prefix: string): Promise<ApiKeyEntity | null> {
    const known = this.known.get(prefix);
    if (known) return known.key;
    const key = await this.repository.findOneBy({ prefix });
    this.known.set(prefix, { key });
    return key;
  }

  private async noteUse(key: ApiKeyEntity): Promise<void> {
    const now = this.now();
    if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < LAST_USED_MS) return;
    key.lastUsedAt = now;
    await this.repository.update({ id: key.id }, { lastUsedAt: now });
  }

  private hash(plain: string): Buffer {
    return createHmac('sha256', this.pepper).update(plain).digest();
  }

  private get repository() {
    return this.dataSource.getRepository(ApiKeyEntity);
  }

  private now(): Date {
    return this.clock.now();
  }
}
