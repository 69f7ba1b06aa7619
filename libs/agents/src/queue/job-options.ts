import type { JobsOptions } from 'bullmq';

import type { TaskDefinition } from '../tasks/task-definition.js';

export interface JobRequest {
  readonly payload: unknown;
  /** At most one job with this key exists at a time; while it waits or runs, further ones are dropped. */
  readonly key?: string;
  /** Earliest start, in ms from now. */
  readonly delayMs?: number;
  readonly taskId?: string;
}

/** How a job is queued: once per key, tried again with growing pauses, and gone from the queue when it is done with. */
export function jobOptions(definition: TaskDefinition, request: JobRequest): JobsOptions {
  return {
    attempts: definition.attempts,
    backoff: { type: 'exponential', delay: definition.backoffMs, jitter: 0.5 },
    removeOnComplete: true,
    // Its dead letter is in Postgres by then, and a job that stayed would block its key for ever.
    removeOnFail: true,
    ...(request.delayMs ? { delay: Math.round(request.delayMs) } : {}),
    ...identity(definition, request),
  };
}

function identity(definition: TaskDefinition, { payload, key, delayMs, taskId }: JobRequest): JobsOptions {
  if (definition.turn) {
    const id = jobKey(definition.name, definition.turn(payload as never));
    // An explicit zero brings a waiting turn forward, and lets it keep the tries it has had.
    return { deduplication: { id, keepLastIfActive: true, reschedule: delayMs === 0 } };
  }
  if (taskId !== undefined) return { jobId: jobKey(definition.name, taskId) };
  return key === undefined ? {} : { jobId: jobKey(definition.name, key) };
}

/** BullMQ takes no colon in an id. */
function jobKey(task: string, key: string): string {
  return `${task}/${encodeURIComponent(key.toWellFormed())}`;
}
