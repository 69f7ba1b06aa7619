import type { PayloadOf, TaskName } from '../tasks/task-map.js';

export interface DispatchOptions {
  /** At most one job with this key exists at a time; while it waits or runs, further ones are dropped. Turns have their own. */
  readonly key?: string;
  /**
   * Earliest start, in ms from now. A turn that waits already keeps its time, except that an explicit 0 brings it forward.
   */
  readonly delayMs?: number;
}

export interface DispatchEntry<N extends TaskName> extends DispatchOptions {
  readonly payload: PayloadOf<N>;
}

/** Hands work to the agent whose task it is, wherever that agent runs. At least once: handlers must bear a repeat. */
export abstract class AgentRouter {
  /** @throws AppError `agents.queue-unavailable` (retryable): then nothing was queued */
  abstract dispatch<N extends TaskName>(name: N, payload: PayloadOf<N>, options?: DispatchOptions): Promise<void>;

  /** Many at once, much faster; of different turns, in any order. A failure may leave some of them queued. */
  abstract dispatchMany<N extends TaskName>(name: N, entries: readonly DispatchEntry<N>[]): Promise<void>;

  /** Whether no job is active, waiting or overdue anywhere. For tests and for a clean end. */
  abstract idle(): Promise<boolean>;
}
