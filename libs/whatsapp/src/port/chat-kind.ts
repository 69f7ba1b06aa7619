/** What stands behind a chat id. Only `direct` and `group` are ever answered. */
export type ChatKind = 'direct' | 'group' | 'broadcast' | 'status' | 'newsletter' | 'unknown';

const KIND_OF_SERVER: Readonly<Record<string, ChatKind>> = {
  'c.us': 'direct',
  's.whatsapp.net': 'direct',
  lid: 'direct',
  'g.us': 'group',
  broadcast: 'broadcast',
  newsletter: 'newsletter',
};

/** The kind of a chat, from WhatsApp's own id. What we don't know is `unknown`: stored, never answered. */
export function chatKindOf(chatId: string): ChatKind {
  if (chatId === 'status@broadcast') return 'status';
  const at = chatId.indexOf('@');
  if (at < 1) return 'unknown';
  const server = chatId.slice(at + 1);
  return Object.hasOwn(KIND_OF_SERVER, server) ? (KIND_OF_SERVER[server] ?? 'unknown') : 'unknown';
}
