import { Injectable } from '@nestjs/common';

import { Metrics } from '#telemetry';

/** `retried`: failed, and will be tried again. `dead`: failed for good. `returned`: went back to the queue at a shutdown. */
export type RunOutcome = 'completed' | 'retried' | 'dead' | 'returned';

type Observe = (seconds: number) => void;

/** How long tasks take and how they end. */
@Injectable()
export class RunMetrics {
  private readonly histogram;
  private readonly known = new Map<string, Observe>();

  constructor(metrics: Metrics) {
    this.histogram = metrics.histogram('agent_task_duration_seconds', 'Runs of tasks by their outcome', [
      'task',
      'outcome',
    ]);
  }

  observe(task: string, outcome: RunOutcome, milliseconds: number): void {
    const key = `${task} ${outcome}`;
    let observe = this.known.get(key);
    if (!observe) {
      const child = this.histogram.labels(task, outcome);
      observe = (seconds) => child.observe(seconds);
      this.known.set(key, observe);
    }
    observe(milliseconds / 1_000);
  }
}
