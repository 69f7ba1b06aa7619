import { offsetAt } from './zone-offset.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What calendar and clock show somewhere. */
export interface LocalTime {
  /** Days since 1 January 1970. */
  readonly day: number;
  /** Of the day, 0-1439. */
  readonly minute: number;
}

/** What calendar and clock show in `zone` at an instant; in UTC for a zone that there is none of. */
export function localTime(zone: string, at: Date): LocalTime {
  const wall = at.getTime() + (offsetAt(zone, at.getTime())?.offset ?? 0);
  const day = Math.floor(wall / DAY_MS);
  return { day, minute: Math.floor((wall - day * DAY_MS) / MINUTE_MS) };
}
