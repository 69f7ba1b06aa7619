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

/** Another process owns the account now; it looks after what is being sent. */
export function leaseLost(): AppError {
  return new AppError('account.lease-lost', 'Another process owns this account now. Nothing needs to be done.', {
    kind: 'unavailable',
  });
}

export function invalidIdempotencyKey(): AppError {
  return new AppError(
    'outbox.invalid-idempotency-key',
    'Idempotency-Key takes 1 to 200 visible ASCII characters, such as a UUID.',
    { kind: 'invalid' },
  );
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
