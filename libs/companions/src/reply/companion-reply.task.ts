import { defineTask } from '#agents';

declare module '#agents' {
  interface TaskMap {
    /** A chat has turns that wait for the companion. The handler answers all of them, in order. */
    'companion.reply': { payload: { chatId: string }; result: undefined };
  }
}

defineTask('companion', 'companion.reply', {
  attempts: 6,
  backoffMs: 1_000,
  timeoutMs: 150_000,
  turn: ({ chatId }) => chatId,
});
