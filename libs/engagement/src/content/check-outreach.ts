import { classify, harmOf } from '#companions';
import { promptText } from '#llm';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { reason, type Reason } from '../planning/reason.js';
import { claimsOf } from './claims.js';
import { inventedIn } from './invented.js';
import { likeness } from './likeness.js';
import { writtenLanguage } from './written-language.js';

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
/** Coarse is a friend's way at times; romance is not ours to begin. */
const HIGHEST_LEVEL = 1;
const TOP_LEVELS =
  'com|net|org|info|biz|io|co|app|dev|me|ly|gg|tv|link|xyz|shop|site|online|top|club|ru|cn|uk|eu|es|de|fr|it|pt|br';
const ADDRESS = new RegExp(
  String.raw`:\/\/|www\.|@|[\p{L}\p{N}-]{2,}\.(?:${TOP_LEVELS})(?![\p{L}\p{N}])|\bdot (?:com|net|org)\b|\+?\d[\d ().-]{6,}\d`,
  'iu',
);
const MARKUP = /[<>{}[\]|`*_#\\]|^\p{L}+:\s|^["“«„]|["”»]$/u;
const REFUSAL =
  /\bas an ai\b|language model|\bi(?:'m| am) sorry,? but\b|\bi (?:can(?:'|no)t|am unable to) (?:help|assist|do that|write|comply)|\b(?:here(?:'s| is) (?:a|the|your) message)\b/iu;
const QUESTION = /[?？؟]/gu;

/** Everything that keeps a text from being sent first, by its words alone; empty when nothing does. Never any of its words. */
export function checkOutreach(text: string, sources: OutreachSources, policy: Lengths): Reason[] {
  const length = Array.from(text).length;
  const { minMessageLength, maxMessageLength } = policy;
  if (length < minMessageLength || length > maxMessageLength) {
    return [reason('length', { length, min: minMessageLength, max: maxMessageLength })];
  }
  return [...shapeOf(text), ...contentOf(text, sources), ...safetyOf(text)];
}

function shapeOf(text: string): Reason[] {
  return [
    ...when(/[\n\r\u2028\u2029]/u.test(text), 'several-lines'),
    ...when(promptText(text) !== text, 'invisible-characters'),
    ...when(ADDRESS.test(text), 'address'),
    ...when(MARKUP.test(text), 'markup'),
    ...when((text.match(QUESTION)?.length ?? 0) > 1, 'several-questions'),
    ...when(REFUSAL.test(text), 'refusal'),
  ];
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
  const harm = harmOf(text);
  const { nsfwLevel, forbidden, dangers } = classify(text);
  return [
    ...(harm ? [reason('harm', { harm })] : []),
    ...when(nsfwLevel > HIGHEST_LEVEL || forbidden || dangers.length > 0, 'unsafe'),
  ];
}

function when(holds: boolean, code: string): Reason[] {
  return holds ? [reason(code)] : [];
}
