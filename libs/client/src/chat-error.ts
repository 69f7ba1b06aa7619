/** What the server refused, by its stable code. */
export class ChatError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'ChatError';
  }
}
