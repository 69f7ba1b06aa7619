import type { IncomingMessage } from '#whatsapp';

export interface Alias {
  readonly kind: 'pn' | 'lid' | 'import' | 'other';
  readonly value: string;
}

/** The alias that one of WhatsApp's user ids stands for: `34600000001@c.us` is a phone number, `…@lid` a LID. */
export function aliasOf(userId: string): Alias {
  const [user = '', server = ''] = userId.split('@');
  switch (server) {
    case 'c.us':
    case 's.whatsapp.net':
      return { kind: 'pn', value: user };
    case 'lid':
      return { kind: 'lid', value: user };
    case 'import':
      return { kind: 'import', value: user };
    default:
      return { kind: 'other', value: userId };
  }
}

/** Every name by which a message tells us who wrote it. Two of them in one message say that they are one person. */
export function aliasesOfSender(sender: IncomingMessage['sender']): readonly Alias[] {
  const aliases = [aliasOf(sender.id)];
  if (sender.phone) aliases.push({ kind: 'pn', value: sender.phone.replace(/^\+/, '') });
  if (sender.lid) aliases.push(aliasOf(sender.lid.includes('@') ? sender.lid : `${sender.lid}@lid`));
  return distinct(aliases);
}

/** The other person of a direct chat: its own id names them, and so does whatever they tell us of themselves. */
export function aliasesOfCounterpart({ chat, sender, fromMe }: PartiesOf): readonly Alias[] {
  return fromMe ? [aliasOf(chat.id)] : distinct([aliasOf(chat.id), ...aliasesOfSender(sender)]);
}

type PartiesOf = Pick<IncomingMessage, 'chat' | 'sender' | 'fromMe'>;

function distinct(aliases: readonly Alias[]): Alias[] {
  const byKey = new Map(aliases.map((alias) => [`${alias.kind}:${alias.value}`, alias]));
  return [...byKey.values()];
}
