import { AppError } from '#kernel';

import type { OutboxState } from './outbox.entity.js';

export function outboxNotFound(): AppError {
  return new AppError('outbox.not-found', 'There is no such outgoing message. List the outbox to find its id.', {
    kind: 'not-found',
  });
}

export function outboxNotWaiting(state: OutboxState): AppError {
  return new AppError('outbox.not-waiting', `Only a draft waits for approval; this message is ${state}.`, {
    kind: 'conflict',
  });
}

export function idempotencyConflict(): AppError {
  return new AppError(
    'outbox.idempotency-conflict',
    'This Idempotency-Key was used for another message. Take a new key.',
    {
      kind: 'conflict',
    },
  );
}
