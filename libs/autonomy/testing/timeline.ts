import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readTimeline } from '../src/replay/read-timeline.js';
import type { TimelineEvent } from '../src/replay/timeline-event.js';

export const TIMELINES = ['2005-08-08_01', '2009-10-01_17', '2016-12-19_20'] as const;

/** One of the timelines beside this file. */
export function timeline(name: (typeof TIMELINES)[number]): TimelineEvent[] {
  return readTimeline(readFileSync(join(import.meta.dirname, 'timelines', `${name}.csv`), 'utf8'));
}
