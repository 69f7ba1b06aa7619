import { callsForDuty } from '#companions';
import {
  isAllowedChat,
  saidConsent,
  type ConsentWord,
  type DutyDecision,
  type TurnChat,
  type TurnDecision,
  type WaitingMessage,
} from '#messaging';
import type { MessageKind } from '#whatsapp';

import { consentText } from './consent-text.js';

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
  const unanswered = silenceOf(chat, now);
  if (consent?.kind === 'say') {
    const duty = isOurs(chat, waiting, policy) ? dutyIn(waiting, unanswered ?? consent.reason, !unanswered) : null;
    return duty ? { ...consent, besides: duty } : consent;
  }
  if (consent) return consent;
  if (unanswered) return isOurs(chat, waiting, policy) ? onlyDuty(waiting, unanswered) : skip(unanswered);
  if (!isAllowedChat(chat, policy.allowList)) return skip('not-on-allow-list');
  if (!waiting.some(saysSomething)) return skip('nothing-to-answer');
  if (chat.kind === 'group' && !waiting.some((message) => message.addressed)) return skip('group-not-addressed');
  const { repliesLastMinute } = chat;
  const { loopGuardRepliesPerMinute: most } = policy;
  // A person in danger hears from us also when they write a lot; a program that says so again and again does not for ever.
  if (repliesLastMinute >= most) return onlyDuty(waiting, 'loop-guard', repliesLastMinute < 2 * most);
  return { kind: 'answer', agent: AGENT };
}

/** Why nothing is said in a chat, whatever is written; the chat's owner or its person wants it so. */
function silenceOf(chat: TurnChat, now: Date): string | null {
  if (chat.optedOutAt) return 'opted-out';
  if (chat.takenOverUntil && now < chat.takenOverUntil) return 'human-takeover';
  return chat.replyMode === 'paused' ? 'paused' : null;
}

/** Whether it would be answered but for that: what is none of our business is not looked at either. */
function isOurs(chat: TurnChat, waiting: readonly WaitingMessage[], policy: TurnPolicy): boolean {
  return (
    isAllowedChat(chat, policy.allowList) && (chat.kind === 'direct' || waiting.some((message) => message.addressed))
  );
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
