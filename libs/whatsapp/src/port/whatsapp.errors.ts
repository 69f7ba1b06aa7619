import { AppError } from '#kernel';

/** The message surely did not leave: sending it again is safe. */
export function sendFailed(
  reason: string,
  cause?: unknown,
  options: { readonly retryAfterSeconds?: number } = {},
): AppError {
  return new AppError('whatsapp.send-failed', `The message was not sent: ${reason}. It can be sent again.`, {
    kind: 'unavailable',
    cause,
    ...options,
  });
}

/** The message did not leave and never will: nobody there, not allowed, too large. `reason` says what would have to change. */
export function sendRejected(reason: string, cause?: unknown): AppError {
  return new AppError('whatsapp.send-rejected', `The message cannot be sent: ${reason}.`, { kind: 'invalid', cause });
}

/** A pairing code was asked for while no phone can be linked. */
export function notWaiting(state: string): AppError {
  return new AppError(
    'whatsapp.not-waiting',
    `The account is ${state} and does not wait for a phone. ${adviceFor(state)}`,
    { kind: 'conflict' },
  );
}

function adviceFor(state: string): string {
  switch (state) {
    case 'READY':
    case 'DEGRADED':
    case 'SYNCING':
      return 'Log it out and start it to link another.';
    case 'STARTING':
    case 'RECONNECTING':
      return 'Ask again in a few seconds.';
    default:
      return 'Look at its reason, then start it and ask again once it waits.';
  }
}

/** This connector cannot do that at all. */
export function notCapable(what: string): AppError {
  return new AppError('whatsapp.not-capable', `This connector cannot ${what}.`, { kind: 'invalid' });
}

/** The message may have left: look its id up before sending again. */
export function sendUnknown(reason: string, cause?: unknown): AppError {
  return new AppError(
    'whatsapp.send-unknown',
    `The message may have been sent: ${reason}. Look it up before sending again.`,
    {
      kind: 'unavailable',
      retryable: false,
      cause,
    },
  );
}

/** The account cannot do this now, because it is not connected. */
export function notConnected(state: string): AppError {
  return new AppError('whatsapp.not-connected', `The account is ${state}. Connect it, then try again.`, {
    kind: 'unavailable',
  });
}
