/** Notified when an agent begins to write in a chat: `<account id> <WhatsApp's chat id>`. */
export const TYPING_CHANNEL = 'typing';

export interface Typing {
  readonly accountId: string;
  readonly chatExternalId: string;
}

export function formatTyping({ accountId, chatExternalId }: Typing): string {
  return `${accountId} ${chatExternalId}`;
}

export function parseTyping(payload: string): Typing | undefined {
  const space = payload.indexOf(' ');
  return space < 0 ? undefined : { accountId: payload.slice(0, space), chatExternalId: payload.slice(space + 1) };
}
