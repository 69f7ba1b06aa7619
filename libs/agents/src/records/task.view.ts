import type { FailureReason } from '../worker/failure-reason.js';
import type { TaskEntity, TaskStatus } from './task.entity.js';

/** A task as the API shows it. */
export interface TaskView {
  readonly id: string;
  readonly task_type: string;
  readonly status: TaskStatus;
  /** Percent. */
  readonly progress: number;
  readonly progress_message: string | null;
  readonly input_data: unknown;
  readonly output_data: unknown;
  readonly error: FailureReason | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly completed_at: string | null;
}

export interface TaskPageView {
  readonly tasks: readonly TaskView[];
  readonly next_cursor: string | null;
}

export function taskView(task: TaskEntity): TaskView {
  return {
    id: task.id,
    task_type: task.name,
    status: task.status,
    progress: task.progress,
    progress_message: task.progressMessage,
    input_data: task.input,
    output_data: task.outputData,
    error: task.error,
    created_at: task.createdAt.toISOString(),
    started_at: task.startedAt?.toISOString() ?? null,
    completed_at: task.finishedAt?.toISOString() ?? null,
  };
}
