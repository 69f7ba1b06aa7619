import type { IncomingMessage } from '#whatsapp';

import type { MessageAuthor, MessageRoute } from '../messages/message.entity.js';
import { consentWord, type ConsentWord } from './consent-word.js';
import { silenceRequest } from './silence-request.js';

/** What storing a message means for its chat. */
export interface InboundPlan {
  readonly author: MessageAuthor;
  readonly route: MessageRoute | null;
  readonly routeReason: string | null;
  readonly addressed: boolean;
  /** A consent word of a direct chat takes effect in the transaction that stores it. */
  readonly consent: ConsentWord | null;
  /** A group asks for silence, or lifts it: what holds from the transaction that stores it. Null where nobody asks. */
  readonly quiet: QuietPlan | null;
  /** The owner wrote by hand: the chat is theirs for a while. */
  readonly takesOver: boolean;
}

/** Until when nothing is said unasked; null: as long as it is not asked for again, anything may be. */
export interface QuietPlan {
  readonly until: Date | null;
}

/** What the operator has set, in milliseconds. */
export interface InboundTimes {
  readonly staleAfterMs: number;
  /** How long a silence lasts when nobody says how long. */
  readonly silenceMs: number;
}

const HOUR_MS = 3_600_000;
/** No clock of ours runs so long: for good. */
const FOR_GOOD_HOURS = 10 * 365 * 24;

/**
 * Decides it from the message alone. What comes late (an outage, a history) is stored and, when it is older than
 * `staleAfterMs`, never answered. A time in the future is not stale.
 */
export function planInbound(message: IncomingMessage, times: InboundTimes, now: Date): InboundPlan {
  const { fromMe, chat, kind } = message;
  const stale = now.getTime() - message.sentAt.getTime() > times.staleAfterMs;
  if (kind === 'system') return { ...NOTHING, author: 'system' };
  const quiet = chat.kind === 'group' ? quietOf(message, times.silenceMs) : null;
  if (fromMe) {
    const takesOver = !stale && (chat.kind === 'direct' || chat.kind === 'group');
    return { ...NOTHING, author: 'owner', takesOver, quiet };
  }
  const consent = chat.kind === 'direct' ? consentWord(message.text) : null;
  const seen = { author: 'contact', consent, quiet } as const;
  if (stale) return { ...NOTHING, ...seen, route: 'skipped', routeReason: 'stale' };
  const addressed = isToUs(message);
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

/** Everybody in a group may ask for silence, and whoever has asked waits for no answer: it holds from when it was sent. */
function quietOf(message: IncomingMessage, silenceMs: number): QuietPlan | null {
  const request = silenceRequest(message.text);
  if (!request || (request.onlyToUs && !isToUs(message))) return null;
  if (request.ask === 'speak') return { until: null };
  const { hours } = request;
  const ms = hours === null ? silenceMs : Math.min(FOR_GOOD_HOURS, hours) * HOUR_MS;
  return { until: new Date(message.sentAt.getTime() + ms) };
}

function isToUs({ mentionsMe, quoted }: IncomingMessage): boolean {
  return mentionsMe || quoted?.fromMe === true;
}

const NOTHING: Omit<InboundPlan, 'author'> = {
  route: null,
  routeReason: null,
  addressed: false,
  consent: null,
  quiet: null,
  takesOver: false,
};
