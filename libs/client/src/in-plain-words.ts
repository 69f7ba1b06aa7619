import { ChatError } from './chat-error.js';

const SESSION_ENDED = 'Your session has ended. Reload the page.';
const DELETED = 'This conversation was deleted.';
const TOO_MANY = 'That was a lot at once.';

const WORDS: Readonly<Record<string, string>> = {
  unauthenticated: SESSION_ENDED,
  'auth.required': SESSION_ENDED,
  'auth.expired': SESSION_ENDED,
  closed: SESSION_ENDED,
  'conversation.not-found': DELETED,
  'conversation.gone': DELETED,
  'message.too-long': 'This message is too long. Send it in parts.',
  'message.empty': 'There is nothing to send.',
  'message.rate-limited': TOO_MANY,
  'rate-limited': TOO_MANY,
  network: 'No connection. Try again in a moment.',
};

/** What a visitor can read of an error: never the words that are meant for programmers. */
export function inPlainWords(error: Error): string {
  const { code = '', retryAfter } = error instanceof ChatError ? error : {};
  const again = retryAfter === undefined ? '' : ` Try again in ${seconds(Math.ceil(retryAfter))}.`;
  const words = WORDS[code] ?? (again ? 'That did not work.' : 'That did not work. Try again in a moment.');
  return words + again;
}

function seconds(count: number): string {
  return count === 1 ? '1 second' : `${count} seconds`;
}
