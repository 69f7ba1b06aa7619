import type { IncomingMessage } from '#whatsapp';

import type { MessageAuthor, MessageRoute } from '../messages/message.entity.js';
import { consentWord, type ConsentWord } from './consent-word.js';

/** What storing a message means for its chat. */
export interface InboundPlan {
  readonly author: MessageAuthor;
  readonly route: MessageRoute | null;
  readonly routeReason: string | null;
  readonly addressed: boolean;
  /** A consent word of a direct chat takes effect in the transaction that stores it. */
  readonly consent: ConsentWord | null;
  /** The owner wrote by hand: the chat is theirs for a while. */
  readonly takesOver: boolean;
}

/**
 * Decides it from the message alone. What comes late (an outage, a history) is stored and, when it is older than
 * `staleAfterMs`, never answered. A time in the future is not stale.
 */
export function planInbound(message: IncomingMessage, staleAfterMs: number, now: Date): InboundPlan {
  const { fromMe, chat, kind } = message;
  const stale = now.getTime() - message.sentAt.getTime() > staleAfterMs;
  if (kind === 'system') return { ...NOTHING, author: 'system' };
  if (fromMe)
    return { ...NOTHING, author: 'owner', takesOver: !stale && (chat.kind === 'direct' || chat.kind === 'group') };
  const seen = { author: 'contact', consent: chat.kind === 'direct' ? consentWord(message.text) : null } as const;
  if (stale) return { ...NOTHING, ...seen, route: 'skipped', routeReason: 'stale' };
  const addressed = message.mentionsMe || message.quoted?.fromMe === true;
  return { ...NOTHING, ...seen, route: 'pending', addressed };
}

/** What was said before anybody of us listened is kept, and means nothing: no answer, no STOP, no takeover. */
export function planPast({ fromMe, kind }: IncomingMessage): InboundPlan {
  if (kind === 'system') return { ...NOTHING, author: 'system' };
  if (fromMe) return { ...NOTHING, author: 'owner' };
  return { ...NOTHING, author: 'contact', route: 'skipped', routeReason: 'history' };
}

/** What could not be stored as it is waits for nothing, and says why. */
export function planUnreadable({ fromMe }: IncomingMessage): InboundPlan {
  if (fromMe) return { ...NOTHING, author: 'owner' };
  return { ...NOTHING, author: 'contact', route: 'skipped', routeReason: 'unreadable' };
}

const NOTHING: Omit<InboundPlan, 'author'> = {
  route: null,
  routeReason: null,
  addressed: false,
  consent: null,
  takesOver: false,
};
