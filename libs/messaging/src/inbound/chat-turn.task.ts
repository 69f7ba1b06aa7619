import { defineTask } from '#agents';

declare module '#agents' {
  interface TaskMap {
    /** A chat has something new. The handler works off everything that waits there. */
    'chat.turn': { payload: { chatId: string }; result: undefined };
  }
}

defineTask('orchestrator', 'chat.turn', {
  attempts: 8,
  backoffMs: 500,
  timeoutMs: 30_000,
  turn: ({ chatId }) => chatId,
});
