import { AppError } from '#kernel';

/** It has left, may have left, or has come to an end. */
export function notWaiting(status: string): AppError {
  return new AppError('engagement.not-waiting', `This one does not wait any more: it is ${status}.`, {
    kind: 'conflict',
    details: { status },
  });
}

export function notWritten(): AppError {
  return new AppError('engagement.not-written', 'It has no words yet: try again in a moment, or give it some.', {
    kind: 'conflict',
    retryable: true,
  });
}

/** A cap, a STOP, quiet hours: what holds for all holds for what is sent by hand. */
export function notNow(reason: string, until: Date | null): AppError {
  return new AppError('engagement.not-now', `It cannot be sent now: ${reason}.`, {
    kind: 'conflict',
    details: { reason, until: until?.toISOString() ?? null },
  });
}

export function nothingPlanned(reasons: readonly object[]): AppError {
  return new AppError('engagement.not-planned', 'Nothing was planned: look at the reasons.', {
    kind: 'conflict',
    details: { reasons },
  });
}

export function notAllowedThen(reason: 'past' | 'too-far' | 'quiet-hours'): AppError {
  return new AppError('engagement.not-allowed-then', TIMES[reason], { kind: 'invalid', details: { reason } });
}

export function textRefused(reason: string): AppError {
  return new AppError('engagement.text-refused', `These words cannot be sent: ${reason}.`, {
    kind: 'invalid',
    details: { reason },
  });
}

export function fromAfterTo(): AppError {
  return new AppError('engagement.range-invalid', 'from is after to: give the earlier time as from.', {
    kind: 'invalid',
  });
}

export function quietHoursInvalid(): AppError {
  return new AppError(
    'engagement.quiet-hours-invalid',
    'Give quiet_from and quiet_until together, each as HH:MM or both as null.',
    { kind: 'invalid' },
  );
}

export function nobodyToWriteTo(): AppError {
  return new AppError('engagement.no-chat', 'There is no chat with this person in which one could write to them.', {
    kind: 'conflict',
  });
}

const TIMES = {
  past: 'Give a time that is to come.',
  'too-far': 'Give a time within the next seven days.',
  'quiet-hours':
    'It is quiet then where they are, or may be: look at their zones at GET /api/engagements/contacts/:id.',
} as const;
