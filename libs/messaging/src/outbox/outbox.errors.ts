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

/** The last gate stays closed: without the account's pacing nobody knows what it may still send. */
export function pacingUnreadable(): AppError {
  return new AppError('outbox.pacing-unreadable', 'The pace of this account could not be read. It is tried again.', {
    kind: 'unavailable',
  });
}

export function attachmentGone(): AppError {
  return new AppError('outbox.attachment-gone', 'The attachment of this message is gone. Send it again.', {
    kind: 'not-found',
  });
}

export function messageNotFound(): AppError {
  return new AppError('message.not-found', 'There is no such message in this chat. List its messages to find the id.', {
    kind: 'not-found',
  });
}

export function outboxNotUnknown(state: OutboxState): AppError {
  return new AppError('outbox.not-unknown', `Only an unknown message can be resolved; this one is ${state}.`, {
    kind: 'conflict',
  });
}

/** The connector that `WHATSAPP_CONNECTOR` names has no way to do that. */
export function notPossible(what: string): AppError {
  return new AppError('outbox.not-possible', `The account's connector has no ${what}.`, { kind: 'conflict' });
}

/** Of WhatsApp there is text alone on the web. */
export function notOnWeb(what: string): AppError {
  return new AppError('outbox.not-possible', `This chat is on the web, which has no ${what}. Send it as text.`, {
    kind: 'conflict',
  });
}

export function notOneContent(): AppError {
  return new AppError(
    'outbox.not-one-content',
    'Send "text", or "media" with "text" as its caption, or "template" alone.',
    { kind: 'invalid' },
  );
}

export function mediaMismatch(claimed: string, found: string): AppError {
  return new AppError('outbox.media-mismatch', `The attachment is said to be ${claimed}, but is ${found}.`, {
    kind: 'invalid',
  });
}

export function mediaTooLarge(maxBytes: number): AppError {
  return new AppError('outbox.media-too-large', `An attachment may have ${maxBytes} bytes (SEND_MEDIA_MAX_BYTES).`, {
    kind: 'too-large',
  });
}

export function captionTooLong(maxLength: number): AppError {
  return new AppError('outbox.caption-too-long', `A caption may have ${maxLength} characters.`, { kind: 'invalid' });
}

export function accountNotFound(): AppError {
  return new AppError('account.not-found', 'There is no such account. List the accounts to find its id.', {
    kind: 'not-found',
  });
}
