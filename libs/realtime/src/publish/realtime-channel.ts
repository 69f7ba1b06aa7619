/** The channel of Postgres that events cross between processes. */
export const REALTIME_CHANNEL = 'realtime';

/** One event as it crosses; a notification holds a JSON array of them. */
export interface SentEvent {
  readonly event: string;
  readonly scope: string;
  readonly payload: unknown;
}
