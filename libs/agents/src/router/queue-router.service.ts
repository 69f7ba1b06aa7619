import { Injectable } from '@nestjs/common';

import { TaskQueues } from '../queue/task-queues.service.js';
import type { PayloadOf, TaskName } from '../tasks/task-map.js';
import { AgentRouter, type DispatchEntry, type DispatchOptions } from './agent-router.js';

/** The router on BullMQ. */
@Injectable()
export class QueueRouter extends AgentRouter {
  constructor(private readonly queues: TaskQueues) {
    super();
  }

  dispatch<N extends TaskName>(name: N, payload: PayloadOf<N>, options: DispatchOptions = {}): Promise<void> {
    return this.queues.add(name, [{ payload, ...options }]);
  }

  dispatchMany<N extends TaskName>(name: N, entries: readonly DispatchEntry<N>[]): Promise<void> {
    return this.queues.add(name, entries);
  }

  idle(): Promise<boolean> {
    return this.queues.idle();
  }
}
