import { AppError } from '#kernel';

export function unreadableTimeline(line: number, why: string): AppError {
  return new AppError('autonomy.timeline', `Line ${line} of the timeline can't be read: ${why}.`, { kind: 'invalid' });
}
