import { chatKindOf, type IncomingMessage } from '#whatsapp';

let made = 0;

/** A message as an adapter would give it: a text from `+34600000001`, at noon, unless said otherwise. */
export function newIncomingMessage(
  overrides: Partial<IncomingMessage> & { readonly from?: string } = {},
): IncomingMessage {
  const { from = '34600000001@c.us', ...given } = overrides;
  made += 1;
  return {
    id: `3EB0${String(made).padStart(18, '0')}`,
    chat: { id: from, kind: chatKindOf(from) },
    sender: { id: from, name: 'Ana' },
    fromMe: false,
    kind: 'text',
    text: 'hello',
    sentAt: new Date('2026-01-05T12:00:00Z'),
    live: true,
    mentions: [],
    mentionsMe: false,
    ...given,
  };
}
