/** Where a crash leaves something half done: the steps of the way of a message, and of comparing chats. */
export type FailpointName =
  | 'inbound.before-commit'
  | 'inbound.stored'
  | 'web.stored'
  | 'web.gated'
  | 'web.delivered'
  | 'turn.routed'
  | 'reply.claimed'
  | 'reply.streaming'
  | 'reply.made'
  | 'reply.answered'
  | 'outbox.gated'
  | 'webjs.send.begun'
  | 'webjs.send.handed-over'
  | 'webjs.send.answered'
  | 'outbox.sent'
  | 'outbox.settled'
  | 'engagement.planned'
  | 'automation.claimed'
  | 'engagement.written'
  | 'engagement.handed'
  | 'engagement.settled'
  | 'autonomy.decided'
  | 'autonomy.handed'
  | 'sync.page-stored'
  | 'sync.page-saved'
  | 'archive.read'
  | 'archive.put'
  | 'archive.moved'
  | 'archive.committed'
  | 'restore.read'
  | 'restore.moved'
  | 'restore.committed';

let armed: { name: string; passes: number; strike: () => void } | undefined;

/** Marks a step. Does nothing, unless a test of crashes has armed it. */
export function failpoint(name: FailpointName): void {
  if (armed?.name !== name) return;
  armed.passes -= 1;
  if (armed.passes <= 0) armed.strike();
}

/** Arms one failpoint, written `name` or `name:passes`: `strike` is called when it is reached for the `passes`th time. */
export function armFailpoint(text: string, strike: () => void): void {
  const [name = '', passes = '1'] = text.split(':');
  armed = { name, passes: Number(passes), strike };
}
