import { AppError } from '#kernel';

export function messageEmpty(): AppError {
  return new AppError('message.empty', 'Write something: "content" holds no text.', { kind: 'invalid' });
}

/** `most` in UTF-16 units. */
export function messageTooLong(most: number): AppError {
  return new AppError('message.too-long', `Send it in parts: a message takes at most ${most} characters.`, {
    kind: 'invalid',
    details: { most },
  });
}

export function messageTypeUnsupported(): AppError {
  return new AppError('message.type-unsupported', 'Only messages of the type "text" can be sent.', { kind: 'invalid' });
}

export function clientIdConflict(): AppError {
  return new AppError(
    'message.client-id-conflict',
    'Another text was sent under this clientId. Give each message one of its own.',
    { kind: 'conflict' },
  );
}

export function tooManyMessages(retryAfterSeconds: number): AppError {
  return new AppError('message.rate-limited', 'You write faster than is allowed. Wait a little, and send it again.', {
    kind: 'rate-limited',
    retryAfterSeconds,
  });
}

export function messageNotFound(): AppError {
  return new AppError(
    'message.not-found',
    'There is no such message. The list of the conversation shows those that are there.',
    {
      kind: 'not-found',
    },
  );
}
