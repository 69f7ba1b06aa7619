import { AppError } from '#kernel';

/** A fault script that cannot be read. */
export function invalidFaults(reason: string): AppError {
  return new AppError(
    'simulator.invalid-faults',
    `SIMULATOR_FAULTS cannot be read: ${reason}. Write it as seed=1,duplicate=0.1,lost-ack=0.05.`,
    { kind: 'invalid' },
  );
}

/** `from` or `chat` is neither a phone nor a WhatsApp id. */
export function invalidAddress(field: string): AppError {
  return new AppError(
    'simulator.invalid-address',
    `${field} takes a phone such as +34600000001, or a WhatsApp id such as 34600000001@c.us.`,
    { kind: 'invalid' },
  );
}

/** `after` names no delivery. */
export function unknownDelivery(): AppError {
  return new AppError(
    'simulator.unknown-delivery',
    'after takes a time such as 2026-01-05T12:00:00Z, or the id of a message that was delivered.',
    { kind: 'invalid' },
  );
}

/** The network was asked to do something with an account, and none was ever connected. */
export function noAccount(): AppError {
  return new AppError('simulator.no-account', 'No account was connected yet. Wait until the connector is ready.', {
    kind: 'conflict',
    retryable: true,
  });
}

/** A phone edits or deletes what it never wrote, or deleted already. */
export function unknownMessage(): AppError {
  return new AppError(
    'simulator.unknown-message',
    'No phone wrote a message with this id in this chat, or it is deleted.',
    {
      kind: 'not-found',
    },
  );
}
