import { classify, harmOf, holdsAddress } from '#companions';
import { cleanText } from '#kernel';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { textRefused } from './approval.errors.js';

/** A place that a template would fill: nobody fills it here. */
const PLACE = /[{}]|\[[^\]]*\]|<[^>]*>/u;

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
  if (PLACE.test(words))
    throw textRefused('they hold a place such as {name}, which nobody fills: write what belongs there');
  if (holdsAddress(words)) throw textRefused('they hold a link, an address or a number');
  const { forbidden, dangers } = classify(words);
  if (harmOf(words) !== null || forbidden || dangers.length > 0) throw textRefused('they may do harm');
  return words;
}
