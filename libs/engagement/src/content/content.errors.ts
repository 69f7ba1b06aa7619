import { AppError } from '#kernel';

/** Nothing may be said, or nobody is there to hear it. */
export function noContent(reasons: readonly object[] = []): AppError {
  return new AppError('engagement.no-content', 'There are no words that may be sent: look at the reasons.', {
    kind: 'conflict',
    details: { reasons },
  });
}
