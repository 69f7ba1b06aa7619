import { classify, harmOf } from '#companions';
import { cleanText } from '#kernel';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { textRefused } from './approval.errors.js';

/** An operator's own words, as they may be sent. @throws AppError `engagement.text-refused` */
export function ownWords(
  text: string,
  { minMessageLength, maxMessageLength }: Pick<EngagementPolicy, 'minMessageLength' | 'maxMessageLength'>,
): string {
  const words = cleanText(text).trim();
  if (words !== text.trim()) throw textRefused('they hold characters that no chat can show');
  const length = Array.from(words).length;
  if (length < minMessageLength || length > maxMessageLength) {
    throw textRefused(`give ${minMessageLength} to ${maxMessageLength} characters, not ${length}`);
  }
  const { forbidden, dangers } = classify(words);
  if (harmOf(words) !== null || forbidden || dangers.length > 0) throw textRefused('they may do harm');
  return words;
}
