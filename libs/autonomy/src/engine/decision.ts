import type { Action } from './action.js';
import type { CheckName } from './check-name.js';
import type { GateName } from './gate.js';

/** One number that spoke for an action, or held it back. `explain` says it in words. */
export interface Reason {
  /** Of which action; null for what holds back all of them. */
  readonly action: Action | null;
  readonly name: CheckName | GateName | 'random-timer';
  readonly has: number;
  readonly needs: number;
  readonly met: boolean;
}

/** What to do now, and why. */
export interface Decision {
  readonly action: Action | null;
  /** Whom it is about, by keyed id; only for `engage_user`. */
  readonly member: number | null;
  /** How near the nearest action is, 0-1; at 1 it acts. 0 when something forbids all of them. */
  readonly score: number;
  /** Of the action that is taken all that it rests on; else for each action what is furthest away. */
  readonly reasons: readonly Reason[];
  /** Seconds since 1970. Until then the answer can't change, unless something happens in the group. */
  readonly nextCheckAt: number;
}
