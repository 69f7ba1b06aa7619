import type { EngagementType } from '../planning/engagement-type.js';
import { localTime } from '../planning/local-time.js';
import type { Scenario } from './template.js';

/** What decides which templates suit. */
export interface Occasion {
  readonly type: EngagementType;
  /** When it is read. */
  readonly at: Date;
  /** Where they may be. */
  readonly zones: readonly string[];
  /** What makes the time. */
  readonly moment: 'event' | 'birthday' | null;
  /** They felt low lately. */
  readonly low: boolean;
  readonly lastHeardAt: Date | null;
}

const DAY_MS = 86_400_000;
const LONG_SILENCE_MS = 7 * DAY_MS;
/** In minutes of the local day: who reads it a little later reads it right as well. */
const MORNING = { from: 5 * 60, until: 11 * 60 };
const EVENING = { from: 18 * 60, until: 22 * 60 };

/** The scenarios whose templates suit, `generic` among them unless there is an occasion of its own. */
export function scenariosOf({ type, at, zones, moment, low, lastHeardAt }: Occasion): readonly Scenario[] {
  if (moment !== null && type === 'memory_reminder') return [moment];
  const silent = lastHeardAt !== null && at.getTime() - lastHeardAt.getTime() > LONG_SILENCE_MS;
  const minutes = zones.map((zone) => localTime(zone, at).minute);
  const everywhere = ({ from, until }: typeof MORNING): boolean =>
    minutes.every((minute) => minute >= from && minute < until);
  return [
    ...(low ? (['low-mood'] as const) : []),
    ...(silent ? (['long-silence'] as const) : []),
    ...(everywhere(MORNING) ? (['morning'] as const) : []),
    ...(everywhere(EVENING) ? (['evening'] as const) : []),
    'generic',
  ];
}
