import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { correlationId, Logger } from '#telemetry';

import { queueRefused } from '../agents.errors.js';
import { definedTasks, taskDefinition } from '../tasks/task-registry.js';
import { jobOptions, type JobRequest } from './job-options.js';
import { QueueBackend, type TaskQueue } from './queue-backend.js';

/** In Postgres the jobs of one call are one transaction that holds a lock per turn: not too many at a time. */
const BULK = 250;

/** The queue of each agent, made when it is first needed. */
@Injectable()
export class TaskQueues implements OnApplicationShutdown {
  private readonly queues = new Map<string, TaskQueue>();

  constructor(
    private readonly backend: QueueBackend,
    private readonly logger: Logger,
  ) {}

  /** @throws AppError `agents.queue-unavailable`, `agents.undefined-task` */
  async add(task: string, requests: readonly JobRequest[]): Promise<void> {
    const definition = taskDefinition(task);
    const queue = this.queueOf(definition.agent);
    const jobs = requests.map((request) => ({
      name: task,
      data: { payload: request.payload, correlationId: correlationId(), taskId: request.taskId },
      opts: jobOptions(definition, request),
    }));
    try {
      const [first] = jobs;
      if (jobs.length === 1 && first) await queue.add(task, first.data, first.opts);
      else for (let start = 0; start < jobs.length; start += BULK) await queue.addBulk(jobs.slice(start, start + BULK));
    } catch (cause) {
      throw queueRefused(cause);
    }
  }

  /** Whether no job is active, waiting or overdue on any queue of the tasks known here. */
  async idle(): Promise<boolean> {
    const agents = new Set(definedTasks().map(({ agent }) => agent));
    const idle = await Promise.all([...agents].map((agent) => isIdle(this.queueOf(agent))));
    return idle.every(Boolean);
  }

  /** Jobs that wait or run, over all queues of the tasks known here. */
  async backlog(): Promise<{ waiting: number; active: number }> {
    const agents = new Set(definedTasks().map(({ agent }) => agent));
    const counts = await Promise.all(
      [...agents].map((agent) => this.queueOf(agent).getJobCounts('waiting', 'prioritized', 'active')),
    );
    return {
      waiting: counts.reduce((sum, { waiting = 0, prioritized = 0 }) => sum + waiting + prioritized, 0),
      active: counts.reduce((sum, { active = 0 }) => sum + active, 0),
    };
  }

  /** After the workers: other modules may dispatch until the very end. */
  async onApplicationShutdown(): Promise<void> {
    const queues = [...this.queues.values()];
    // From here on a lost connection is no news: the database may be stopped before the last one is closed.
    for (const queue of queues) queue.removeAllListeners('error').on('error', () => undefined);
    await Promise.all(queues.map((queue) => queue.close()));
    await this.backend.close();
  }

  private queueOf(agent: string): TaskQueue {
    const known = this.queues.get(agent);
    if (known) return known;
    const queue = this.backend.queue(agent);
    queue.on('error', (error) => this.logger.warn({ err: error, agent }, 'a queue lost its connection'));
    this.queues.set(agent, queue);
    return queue;
  }
}

async function isIdle(queue: TaskQueue): Promise<boolean> {
  const { active = 0, waiting = 0, prioritized = 0 } = await queue.getJobCounts('active', 'waiting', 'prioritized');
  if (active + waiting + prioritized > 0) return false;
  const [next] = await queue.getDelayed(0, 0);
  return !next || next.timestamp + next.delay > Date.now();
}
