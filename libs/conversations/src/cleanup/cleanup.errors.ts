import { AppError } from '#kernel';

export const cleanupRunning = (taskId: string) =>
  new AppError('cleanup.running', `Wait for the task ${taskId}: it is a clean-up, and unfinished.`, {
    kind: 'conflict',
    details: { task_id: taskId },
  });
