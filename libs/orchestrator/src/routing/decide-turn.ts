import { consentWord, type TurnChat, type TurnDecision, type WaitingMessage } from '#messaging';
import type { MessageKind } from '#whatsapp';

/** What the operator has set for all chats. */
export interface TurnPolicy {
  /** Phones (`+34600000001`), chat ids, or both; empty lets everybody in. */
  readonly allowList: readonly string[];
  /** Answers a minute in one chat after which we fall silent: two programs talking to each other. */
  readonly loopGuardRepliesPerMinute: number;
}

const AGENT = 'companion';
const GOODBYE = 'Understood, you will hear no more from me. Write START if you change your mind.';
const WELCOME_BACK = 'I am here again. Write STOP whenever you want me to be quiet.';

/** Kinds that nobody expects an answer to. */
const UNANSWERABLE: ReadonlySet<MessageKind> = new Set<MessageKind>(['system', 'call', 'unknown']);

/**
 * What becomes of everything that waits in a chat, in one turn. The order of the rules is their rank: consent comes before anything
 * else, what the owner and operator want before what we could do.
 */
export function decideTurn(
  chat: TurnChat,
  waiting: readonly WaitingMessage[],
  policy: TurnPolicy,
  now: Date,
): TurnDecision {
  if (chat.kind !== 'direct' && chat.kind !== 'group') return skip(`never-answered:${chat.kind}`);
  const consent = chat.kind === 'direct' ? consentOf(chat, waiting) : null;
  if (consent) return consent;
  if (chat.optedOutAt) return skip('opted-out');
  if (chat.takenOverUntil && now < chat.takenOverUntil) return skip('human-takeover');
  if (chat.replyMode === 'paused') return skip('paused');
  if (!isAllowed(chat, policy)) return skip('not-on-allow-list');
  if (waiting.every((message) => UNANSWERABLE.has(message.kind))) return skip('nothing-to-answer');
  if (chat.kind === 'group' && !waiting.some((message) => message.addressed)) return skip('group-not-addressed');
  if (chat.repliesLastMinute >= policy.loopGuardRepliesPerMinute) return skip('loop-guard');
  return { kind: 'answer', agent: AGENT };
}

/** The last consent word of the turn holds. A STOP is confirmed once, however often it is said. */
function consentOf(chat: TurnChat, waiting: readonly WaitingMessage[]): TurnDecision | null {
  const words = waiting.flatMap((message) => {
    const word = consentWord(message.text);
    return word ? [{ word, storedAt: message.storedAt }] : [];
  });
  const last = words.at(-1);
  if (last?.word === 'start' && !chat.optedOutAt) return { kind: 'say', text: WELCOME_BACK, reason: 'start' };
  const first = words.find(({ word }) => word === 'stop');
  const newly = first && chat.optedOutAt && chat.optedOutAt >= first.storedAt;
  return last?.word === 'stop' && newly ? { kind: 'say', text: GOODBYE, reason: 'stop' } : null;
}

function isAllowed(chat: TurnChat, { allowList }: TurnPolicy): boolean {
  if (chat.allowed !== null) return chat.allowed;
  if (allowList.length === 0) return true;
  const phone = chat.externalId.split('@')[0] ?? '';
  return allowList.some((entry) => entry === chat.externalId || entry.replace(/[^\d]/g, '') === phone);
}

function skip(reason: string): TurnDecision {
  return { kind: 'skip', reason };
}
