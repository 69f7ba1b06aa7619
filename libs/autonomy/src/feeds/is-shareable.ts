import { safetyFlaws } from '#companions';

import type { ToldItem } from './read-feed.js';

/** Whether it is something to bring along to people who did not ask for it. */
export function isShareable({ title, summary }: Pick<ToldItem, 'title' | 'summary'>): boolean {
  const { harm, unsafe } = safetyFlaws(summary === null ? title : `${title}\n${summary}`);
  return harm === null && !unsafe;
}
