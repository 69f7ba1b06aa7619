import { AppError } from '#kernel';

export function engagementNotFound(): AppError {
  return new AppError('engagement.not-found', 'There is no such engagement. Look at GET /api/engagements.', {
    kind: 'not-found',
  });
}
