import { defineTask } from '#agents';

declare module '#agents' {
  interface TaskMap {
    /** Something was said in the chat. The handler takes in everything that waits there. */
    'memory.absorb': { payload: { characterId: string; chatId: string }; result: undefined };
  }
}

defineTask('memory', 'memory.absorb', {
  attempts: 3,
  backoffMs: 30_000,
  timeoutMs: 10 * 60_000,
  turn: ({ characterId, chatId }) => `${characterId}/${chatId}`,
});
