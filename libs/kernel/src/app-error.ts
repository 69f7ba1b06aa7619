/** What went wrong, in the words a caller can act on. Each kind has one HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'rate-limited'
  | 'unavailable'
  | 'internal';

export interface AppErrorOptions {
  readonly kind?: ErrorKind;
  /** Whether the same call may succeed later. Defaults to true for `unavailable` and `rate-limited`. */
  readonly retryable?: boolean;
  /** Seconds to wait before another try, when known. */
  readonly retryAfterSeconds?: number;
  /** Facts for the caller that are safe to show: never a secret, a message body or a stack. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * An error that we expect and can explain. `code` is stable and meant for programs (`chat.not-found`);
 * `message` says what to do next and is safe to show.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
  readonly details?: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: string,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = options.kind ?? 'internal';
    this.retryable = options.retryable ?? (this.kind === 'unavailable' || this.kind === 'rate-limited');
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.details = options.details;
  }
}
