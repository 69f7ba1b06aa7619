import type { PayloadOf, TaskName } from '../tasks/task-map.js';
import type { Rhythm } from './schedule-options.js';

/** A task with a record that the clock starts, and everybody who asks for it. */
export interface ScheduledTask<N extends TaskName = TaskName> {
  /** Stable: the slots in the database belong to it. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly rhythm: Rhythm;
  /** As of `ScheduleOptions`. */
  readonly catchUpMs?: number;
  readonly task: N;
  readonly payload: PayloadOf<N>;
  /** Whether the clock starts it. Asking for it always does. */
  readonly enabled: boolean;
}
