import type { Action } from '../engine/action.js';
import type { Reason } from '../engine/decision.js';
import type { Signals } from '../engine/signals.js';
import type { EngineName } from '../groups/engine-name.js';
import type { Obstacle } from '../groups/obstacle.js';
import type { Trigger } from '../groups/trigger.js';

/** `writing`: its words are looked for; then it is `handed` to the outbox, `dropped` for a reason, or has `failed`. `none`: it says nothing. */
export type DecisionStatus = 'none' | 'writing' | 'handed' | 'dropped' | 'failed';

/** A decision, taken or not, with the numbers that it rests on. */
export interface StoredDecision {
  readonly id: string;
  readonly chatId: string;
  readonly at: Date;
  readonly trigger: Trigger;
  readonly engine: EngineName;
  readonly mood: string;
  readonly action: Action | null;
  /** Whom it is about, by keyed id. */
  readonly member: number | null;
  readonly score: number;
  readonly obstacle: Obstacle | null;
  readonly reasons: readonly Reason[];
  readonly signals: Signals;
  readonly status: DecisionStatus;
  /** Why nothing left. */
  readonly reason: string | null;
}
