import type { GroupAnswering } from '#autonomy';
import { callsForDuty } from '#companions';
import {
  isAllowedChat,
  saidConsent,
  silenceRequest,
  type ConsentWord,
  type DutyDecision,
  type TurnChat,
  type TurnDecision,
  type WaitingMessage,
} from '#messaging';
import type { MessageKind } from '#whatsapp';

import { consentText } from './consent-text.js';
import { silenceText } from './silence-text.js';

/** What the operator has set for all chats. */
export interface TurnPolicy {
  /** Phones (`+34600000001`), chat ids, or both; empty lets everybody in. */
  readonly allowList: readonly string[];
  /** Answers a minute in one chat after which we fall silent: two programs talking to each other. */
  readonly loopGuardRepliesPerMinute: number;
}

const AGENT = 'companion';

/** Kinds that nobody expects an answer to. */
const UNANSWERABLE: ReadonlySet<MessageKind> = new Set<MessageKind>(['system', 'call', 'unknown']);

/**
 * What becomes of everything that waits in a chat, in one turn. The order of the rules is their rank: consent comes before anything
 * else, what the owner and operator want before what we could do. `group`: who is answered in it, where it is one.
 */
export function decideTurn(
  chat: TurnChat,
  waiting: readonly WaitingMessage[],
  policy: TurnPolicy,
  now: Date,
  group: GroupAnswering | null = null,
): TurnDecision {
  if (chat.kind !== 'direct' && chat.kind !== 'group') return skip(`never-answered:${chat.kind}`);
  const consent = chat.kind === 'direct' ? consentOf(chat, waiting) : null;
  const unanswered = silenceOf(chat, group, now);
  const toUs = chat.kind === 'direct' ? waiting : waiting.filter((message) => isToUs(message, group));
  const ours = isAllowedChat(chat, policy.allowList) && toUs.length > 0;
  if (consent?.kind === 'say') {
    const duty = ours ? dutyIn(waiting, unanswered ?? consent.reason, !unanswered) : null;
    return duty ? { ...consent, besides: duty } : consent;
  }
  if (consent) return consent;
  if (unanswered) return ours ? onlyDuty(waiting, unanswered) : skip(unanswered);
  if (!isAllowedChat(chat, policy.allowList)) return skip('not-on-allow-list');
  if (!waiting.some(saysSomething)) return skip('nothing-to-answer');
  if (toUs.length === 0) return skip(waiting.some(({ addressed }) => addressed) ? 'from-bot' : 'group-not-addressed');
  const { repliesLastMinute } = chat;
  const { loopGuardRepliesPerMinute: most } = policy;
  // A person in danger hears from us also when they write a lot; a program that says so again and again does not for ever.
  if (repliesLastMinute >= most) return onlyDuty(waiting, 'loop-guard', repliesLastMinute < 2 * most);
  if (group?.tooMany) return onlyDuty(waiting, 'too-many-answers', true);
  return (chat.kind === 'group' ? silenceIn(chat, toUs, now) : null) ?? { kind: 'answer', agent: AGENT };
}

/** By mention, by reply or by name. What another program says is for nobody: two of them would never end. */
function isToUs({ addressed, ofOurs, senderId, text }: WaitingMessage, group: GroupAnswering | null): boolean {
  if (ofOurs || group?.isBot(senderId) === true) return false;
  return addressed || group?.isAddressed(text) === true;
}

/**
 * Whoever asks us for silence, or lifts it, hears that it was understood; the last word counts. It is in force already, and who asks without
 * turning to us gets it without a word. A word that was overruled before it came is let be. Null where there is more to say than that.
 */
function silenceIn(chat: TurnChat, toUs: readonly WaitingMessage[], now: Date): TurnDecision | null {
  const requests = toUs.map(({ text }) => silenceRequest(text)).map((asked) => (asked?.onlyToUs ? null : asked));
  const last = requests.findLast((asked) => asked !== null);
  if (!last) return null;
  const isQuiet = chat.quietUntil !== null && now < chat.quietUntil;
  if (isQuiet !== (last.ask === 'quiet')) return requests.includes(null) ? null : skip('silence-overruled');
  const reason = last.ask === 'quiet' ? 'silence-asked' : 'silence-lifted';
  const duty = dutyIn(toUs, reason, true);
  return { kind: 'say', text: silenceText(last), reason, ...(duty && { besides: duty }) };
}

/** Why nothing is said in a chat, whatever is written; the chat's owner or its person wants it so. */
function silenceOf(chat: TurnChat, group: GroupAnswering | null, now: Date): string | null {
  if (chat.optedOutAt) return 'opted-out';
  if (chat.takenOverUntil && now < chat.takenOverUntil) return 'human-takeover';
  if (chat.replyMode === 'paused') return 'paused';
  return group?.muted ? 'muted' : null;
}

/** Nobody answers; who is in danger, and who wants to be forgotten, is seen all the same. */
function onlyDuty(waiting: readonly WaitingMessage[], reason: string, maySpeak = false): TurnDecision {
  return dutyIn(waiting, reason, maySpeak) ?? skip(reason);
}

function dutyIn(waiting: readonly WaitingMessage[], reason: string, maySpeak: boolean): DutyDecision | null {
  if (!callsForDuty(waiting.map(({ text }) => text))) return null;
  return { kind: 'answer', agent: AGENT, only: 'duty', reason, maySpeak };
}

/**
 * The last word counts, and is answered once, when it has really changed something: a STOP that is repeated or that a later START has
 * overruled is let be, and a START of somebody who was never gone ("weiter", "alta") is talk.
 */
function consentOf(chat: TurnChat, waiting: readonly WaitingMessage[]): TurnDecision | null {
  const said = waiting.map(({ text, storedAt }) => ({ consent: saidConsent(text), storedAt }));
  const answerTo = (word: ConsentWord, at: Date | null): TurnDecision | null => {
    const [first] = said.filter(({ consent }) => consent?.word === word);
    const last = said.findLast(({ consent }) => consent?.word === word)?.consent;
    if (!first || !last || at === null || at < first.storedAt) return null;
    return { kind: 'say', text: consentText(last), reason: word };
  };
  if (chat.optedOutAt) return answerTo('stop', chat.optedOutAt);
  const welcome = answerTo('start', chat.optedInAt);
  if (welcome) return welcome;
  return said.every(({ consent }) => consent?.word === 'stop') ? skip('stop-overruled') : null;
}

function saysSomething({ kind, text }: WaitingMessage): boolean {
  return !UNANSWERABLE.has(kind) && (kind !== 'text' || text.trim() !== '');
}

function skip(reason: string): TurnDecision {
  return { kind: 'skip', reason };
}
