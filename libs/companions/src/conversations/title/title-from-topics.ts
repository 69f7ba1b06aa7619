import { acceptTitle } from './accept-title.js';

const MOST_TOPICS = 3;

/** A title without a model: what was talked about, the latest first; else how the person began. Null when there is neither. */
export function titleFromTopics(topics: readonly string[], firstWords: string | undefined): string | null {
  const named = topics.slice(-MOST_TOPICS).reverse().join(', ');
  const title = acceptTitle(named === '' ? (firstWords ?? '') : named);
  return title === null ? null : title.charAt(0).toLocaleUpperCase() + title.slice(1);
}
