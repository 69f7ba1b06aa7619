import type { Action } from '../engine/action.js';

export interface ReplayedAction {
  /** From the first midnight, as in the timeline. */
  readonly second: number;
  readonly action: Action;
  /** In words. */
  readonly reasons: readonly string[];
}

/** How an engine behaved on a timeline. */
export interface ReplayReport {
  readonly messages: number;
  /** From the first event to the last. */
  readonly hours: number;
  readonly actions: readonly ReplayedAction[];
  /** Actions in each hour of the clock in which anybody wrote. */
  readonly per_active_hour: number;
  /** Of the actions but break_silence, the share with a message in the 10 minutes before and in the 10 minutes after; 1 when there was none. */
  readonly heard_share: number;
  /** Actions between two messages of one directed exchange that are less than 60 s apart. */
  readonly interruptions: number;
  /** The most actions in a row with nobody writing in between. */
  readonly longest_burst: number;
}
