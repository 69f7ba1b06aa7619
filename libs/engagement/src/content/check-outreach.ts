import { createHash } from 'node:crypto';

import { LRUCache } from 'lru-cache';

import { claimsOf, likeness, safetyFlaws, shapeFlaws, writtenLanguage } from '#companions';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { reason, type Reason } from '../planning/reason.js';
import { inventedIn } from './invented.js';

/** What an outreach may be made of. */
export interface OutreachSources {
  readonly language: string;
  /** All that may be named: what is remembered, and what the two are called. */
  readonly words: readonly string[];
  /** Whether something of what they told is among it. */
  readonly remembers: boolean;
  /** What was written to them first before. */
  readonly earlier: readonly string[];
}

type Lengths = Pick<EngagementPolicy, 'minMessageLength' | 'maxMessageLength'>;

/** From here on, of 0-1, two texts say the same. */
const ALIKE = 0.6;

/** Templates without slots come again and again, and to look at one takes a millisecond. By a hash: nobody's words are kept. */
const safety = new LRUCache<string, ReturnType<typeof safetyFlaws>>({ max: 1_000 });

/** Everything that keeps a text from being sent first, by its words alone; empty when nothing does. Never any of its words. */
export function checkOutreach(text: string, sources: OutreachSources, policy: Lengths): Reason[] {
  const length = Array.from(text).length;
  const { minMessageLength, maxMessageLength } = policy;
  if (length < minMessageLength || length > maxMessageLength) {
    return [reason('length', { length, min: minMessageLength, max: maxMessageLength })];
  }
  return [...shapeFlaws(text).map((flaw) => reason(flaw)), ...contentOf(text, sources), ...safetyOf(text)];
}

function contentOf(text: string, { language, words, remembers, earlier }: OutreachSources): Reason[] {
  const { recalls, promises } = claimsOf(text);
  return [
    ...when(writtenLanguage(text, language) !== language, 'language'),
    ...inventedIn(text, words, language).map((what) => reason('invented', { what })),
    ...when(recalls && !remembers, 'recalls-nothing'),
    ...when(promises, 'promise'),
    ...when(
      earlier.some((one) => likeness(one, text) >= ALIKE),
      'said-before',
    ),
  ];
}

function safetyOf(text: string): Reason[] {
  const key = createHash('sha256').update(text).digest('base64');
  const { harm, unsafe } = safety.get(key) ?? safetyFlaws(text);
  safety.set(key, { harm, unsafe });
  return [...(harm ? [reason('harm', { harm })] : []), ...when(unsafe, 'unsafe')];
}

function when(holds: boolean, code: string): Reason[] {
  return holds ? [reason(code)] : [];
}
