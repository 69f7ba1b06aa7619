import { AppError } from '#kernel';

import type { Reason } from '../planning/reason.js';

export function templateNotFound(): AppError {
  return new AppError('template.not-found', 'There is no such template: look at GET /api/engagements/templates.', {
    kind: 'not-found',
  });
}

export function templateShipped(): AppError {
  return new AppError(
    'template.shipped',
    'It comes with the program: switch it off with enabled: false, and add one of your own.',
    { kind: 'conflict' },
  );
}

export function templateExists(): AppError {
  return new AppError('template.exists', 'There is a template of these words for this occasion.', { kind: 'conflict' });
}

/** The same look that every outreach gets: one that cannot be sent is no template. */
export function templateRefused(reasons: readonly Reason[]): AppError {
  return new AppError('template.refused', 'These words could not be sent: look at the reasons.', {
    kind: 'invalid',
    details: { reasons },
  });
}
