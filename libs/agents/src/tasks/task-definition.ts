import type { PayloadOf, TaskName } from './task-map.js';

export interface TaskOptions<N extends TaskName> {
  /** How often it is tried in all. Defaults to 5. */
  readonly attempts?: number;
  /** Wait before the second try; doubles with each further one and is spread over its upper half. Defaults to 1,000 ms. */
  readonly backoffMs?: number;
  /** Longest run of one try; then its signal aborts and it counts as failed. Defaults to 60,000 ms. */
  readonly timeoutMs?: number;
  /**
   * Makes this a turn: per key at most one job runs and one waits, whatever is dispatched meanwhile. The job says only
   * that the key has something new, so its handler works off everything that is pending there.
   */
  readonly turn?: (payload: PayloadOf<N>) => string;
}

/** A task as the router knows it, with every default filled in. */
export interface TaskDefinition {
  readonly agent: string;
  readonly name: string;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly timeoutMs: number;
  readonly turn?: (payload: never) => string;
}
