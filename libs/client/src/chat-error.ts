import type { FieldFault } from './socket/chat-events.js';

/** What will be refused again, however often it is tried. */
const FINAL: ReadonlySet<string> = new Set([
  'message.too-long',
  'message.empty',
  'message.type-unsupported',
  'message.client-id-conflict',
  'message.wrong-client-id',
  'request.invalid',
  'conversation.not-found',
  'conversation.gone',
  'conversation.not-web',
]);

/** What the server refused, by its stable code; `network` when it could not be reached. */
export class ChatError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number,
    /** Of `request.invalid`: which fields could not be taken. */
    readonly errors?: readonly FieldFault[],
  ) {
    super(message);
    this.name = 'ChatError';
  }

  /** The token is over: with a new one it may be tried again. */
  get isExpired(): boolean {
    return this.code === 'auth.expired';
  }

  /** The same can never succeed. */
  get isFinal(): boolean {
    return FINAL.has(this.code);
  }
}
