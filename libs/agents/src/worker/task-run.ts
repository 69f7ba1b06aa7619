import { timedOut } from '../agents.errors.js';
import type { TaskContext } from '../handlers/task-context.js';
import type { TaskDefinition } from '../tasks/task-definition.js';

/** How long a handler may take to end after its signal aborted, before it is given up. */
const GRACE_MS = 2_000;

export interface TaskRunOptions {
  readonly attempt: number;
  readonly taskId?: string;
  readonly progress: (percent: number, message?: string) => Promise<void>;
}

/** One try of one job: its context, and the end of it when it takes too long or must stop. */
export class TaskRun implements TaskContext {
  readonly attempt: number;
  readonly taskId?: string;
  readonly progress: TaskContext['progress'];
  /** Why its signal aborted. */
  reason?: Error;
  private controller?: AbortController;
  private giveUp?: (reason: Error) => void;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly definition: TaskDefinition,
    { attempt, taskId, progress }: TaskRunOptions,
  ) {
    this.attempt = attempt;
    this.taskId = taskId;
    this.progress = progress;
  }

  /** Made when somebody asks for it: most handlers never do, and it is the dearest part of a run. */
  get signal(): AbortSignal {
    if (!this.controller) {
      this.controller = new AbortController();
      if (this.reason) this.controller.abort(this.reason);
    }
    return this.controller.signal;
  }

  /**
   * What `work` resolves to. After an abort it may still end by itself, so that a handler that heeds its signal never
   * meets its own next try; two seconds later it is left alone.
   */
  async within<T>(work: () => Promise<T>): Promise<T> {
    const { name, timeoutMs } = this.definition;
    const givenUp = new Promise<never>((_, reject) => (this.giveUp = reject));
    this.timer = setTimeout(() => this.abort(timedOut(name, timeoutMs)), timeoutMs);
    try {
      return await Promise.race([work(), givenUp]);
    } catch (error) {
      throw this.reason ?? error;
    } finally {
      clearTimeout(this.timer);
      this.giveUp = undefined;
    }
  }

  abort(reason: Error): void {
    if (this.reason) return;
    this.reason = reason;
    this.controller?.abort(reason);
    clearTimeout(this.timer);
    if (this.giveUp) this.timer = setTimeout(this.giveUp, GRACE_MS, reason);
  }
}
