import { ChatError } from './chat-error.js';
import { inPlainWords } from './in-plain-words.js';

describe('inPlainWords', () => {
  it.each([
    ['a token that is over', new ChatError('auth.expired', 'Ask.'), 'Your session has ended. Reload the page.'],
    ['an ended session', new ChatError('auth.required', 'Send a key.'), 'Your session has ended. Reload the page.'],
    ['a deleted conversation', new ChatError('conversation.not-found', '…'), 'This conversation was deleted.'],
    ['a lost line', new ChatError('network', 'fetch failed'), 'No connection. Try again in a moment.'],
    ['a limit', new ChatError('message.rate-limited', '…', 4.2), 'That was a lot at once. Try again in 5 seconds.'],
    ['a limit of a second', new ChatError('rate-limited', '…', 1), 'That was a lot at once. Try again in 1 second.'],
    ['a busy server', new ChatError('http.503', '…', 3), 'That did not work. Try again in 3 seconds.'],
    ['what nobody has thought of', new TypeError('x is undefined'), 'That did not work. Try again in a moment.'],
  ])('says of %s what a visitor understands', (_, error, words) => {
    expect(inPlainWords(error)).toBe(words);
  });
});
