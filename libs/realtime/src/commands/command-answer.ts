import { AppError, newId } from '#kernel';
import { problemOf, type FieldError } from '#security';

/** What a client is told when its command failed. */
export interface CommandError {
  readonly code: string;
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** Which fields of the payload are wrong. */
  readonly errors?: readonly FieldError[];
}

export interface Refusal {
  readonly error: CommandError;
  /** Set when it was a mistake of ours: the id that the client is told, for the log. */
  readonly instance?: string;
}

/** As the REST API would put it. */
export function refusalOf(error: unknown): Refusal {
  const { code, detail, status, instance, errors } = problemOf(error, newId());
  const retryAfter = error instanceof AppError ? error.retryAfterSeconds : undefined;
  const isOurs = status === 500;
  return {
    error: {
      code,
      message: isOurs ? `${detail} (${instance ?? ''})` : detail,
      ...(retryAfter !== undefined && { retryAfter }),
      ...(errors && { errors }),
    },
    ...(isOurs && { instance }),
  };
}
