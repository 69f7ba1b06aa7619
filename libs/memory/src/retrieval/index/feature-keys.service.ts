import { createHmac, type KeyObject } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { MasterKeys } from '#security';

import type { AnalysedText } from '../analysis/analyse.js';
import type { TurnFeatures } from './turn-features.js';

/** Counted, not reserved at the start. */
const CACHED_TOKENS = 100_000;

/** Replaces tokens by 32 bits of their HMAC. Two tokens of one chat share a key about once in a hundred chats, and that costs a rank. */
@Injectable()
export class FeatureKeys {
  private readonly key: KeyObject;
  private readonly known = new LRUCache<string, number>({ maxSize: CACHED_TOKENS, sizeCalculation: () => 1 });

  constructor(masterKeys: MasterKeys) {
    this.key = masterKeys.derive('memory-index');
  }

  keyOf(token: string): number {
    const before = this.known.get(token);
    if (before !== undefined) return before;
    const key = createHmac('sha256', this.key).update(token).digest().readUInt32BE(0);
    this.known.set(token, key);
    return key;
  }

  featuresOf({ signs, length, tokens }: AnalysedText): TurnFeatures {
    return { signs, length, tokens: [...tokens].map(([token, count]) => ({ key: this.keyOf(token), count })) };
  }
}
