import { AppError } from '#kernel';

/** The message surely did not leave: sending it again is safe. */
export function sendFailed(reason: string, cause?: unknown): AppError {
  return new AppError('whatsapp.send-failed', `The message was not sent: ${reason}. It can be sent again.`, {
    kind: 'unavailable',
    cause,
  });
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

/** `WHATSAPP_CONNECTOR` names a connector that this build does not have. */
export function unknownConnector(name: string, known: readonly string[]): AppError {
  return new AppError(
    'whatsapp.unknown-connector',
    `This version has no connector "${name}" yet. Set WHATSAPP_CONNECTOR to one of: ${known.join(', ')}.`,
    { kind: 'invalid' },
  );
}
