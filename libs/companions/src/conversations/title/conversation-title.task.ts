import { defineTask } from '#agents';

declare module '#agents' {
  interface TaskMap {
    /** A conversation needs a title, or a new one. The handler looks whether that is so. */
    'conversation.title': { payload: { chatId: string }; result: undefined };
  }
}

defineTask('conversation-title', 'conversation.title', {
  attempts: 2,
  backoffMs: 60_000,
  timeoutMs: 60_000,
  turn: ({ chatId }) => chatId,
});
