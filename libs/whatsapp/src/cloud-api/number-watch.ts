import { sleep } from '#kernel';

import { Bell } from '../simulator/bell.js';
import type { StatusBoard } from '../lanes/status-board.js';
import type { GraphClient } from './graph/graph-client.js';
import { GraphFailure } from './graph/graph-failure.js';
import { troubleOf, type Trouble } from './graph/graph-verdict.js';

const HEALTHY_MS = 60_000;
const FAILING_MS = 5_000;
/** Many failures at once are one reason to look. */
const PAUSE_MS = 20;

export interface WatchOptions {
  readonly graph: GraphClient;
  readonly board: StatusBoard;
  /** Between two looks while all is well, and while it is not. Ms. */
  readonly healthyMs?: number;
  readonly failingMs?: number;
  readonly report: (error: unknown) => void;
}

/** Asks Graph for our number now and then: whether it answers, takes the token, and knows the number. */
export class NumberWatch {
  private readonly stopping = new AbortController();
  private readonly bell = new Bell();
  private loop: Promise<void> | null = null;

  constructor(private readonly options: WatchOptions) {}

  start(): void {
    this.loop ??= this.run();
  }

  /** Looks at once: something did not work. */
  check(): void {
    this.bell.ring();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { board, healthyMs = HEALTHY_MS, failingMs = FAILING_MS } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const trouble = await this.look();
      if (signal.aborted) return;
      if (trouble) board.change(trouble.state, trouble.reason);
      else if (board.status.state !== 'RESTRICTED') board.change('READY');
      // Who is restricted stays so until somebody has looked into it and starts again.
      if (board.status.state === 'RESTRICTED') return;
      await this.bell.wait(board.status.state === 'READY' ? healthyMs : failingMs);
      await sleep(PAUSE_MS, signal);
    }
  }

  private async look(): Promise<Trouble | null> {
    try {
      await this.options.graph.number(this.stopping.signal);
      return null;
    } catch (error) {
      const failure = error instanceof GraphFailure ? error : new GraphFailure({ heard: 'maybe', cause: error });
      if (!this.stopping.signal.aborted) this.options.report(failure);
      return troubleOf(failure);
    }
  }
}
