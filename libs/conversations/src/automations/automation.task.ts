import { defineTask } from '#agents';

declare module '#agents' {
  interface TaskMap {
    /** A chat has messages that the automations have not seen, or something that they are to do. */
    'conversation.observe': { payload: { chatId: string }; result: undefined };
    /** A delivery is due. */
    'conversation.webhook': { payload: { deliveryId: string }; result: undefined };
  }
}

/** Labels come from the model: a dozen messages may take it a while. */
const OBSERVE_TIMEOUT_MS = 5 * 60_000;

defineTask('automation', 'conversation.observe', {
  attempts: 3,
  timeoutMs: OBSERVE_TIMEOUT_MS,
  turn: ({ chatId }) => chatId,
});
// Its row knows how often it is tried, and when.
defineTask('webhook', 'conversation.webhook', { attempts: 3 });
