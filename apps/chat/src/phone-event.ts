import type { ServerSentEvent } from './server-sent-events.js';

/** What a simulated phone sees. */
export type PhoneEvent =
  | { readonly type: 'open' }
  | { readonly type: 'message'; readonly id: string; readonly body: string }
  | { readonly type: 'typing'; readonly on: boolean }
  | { readonly type: 'ack'; readonly id: string; readonly ack: number };

/** Null for what this program does not show. */
export function phoneEvent({ type, data }: ServerSentEvent): PhoneEvent | null {
  const { id, body, on, ack } = data as { id: string; body: string; on: boolean; ack: number };
  switch (type) {
    case 'open':
      return { type };
    case 'message':
      return { type, id, body };
    case 'typing':
      return { type, on };
    case 'ack':
      return { type, id, ack };
    default:
      return null;
  }
}
