import type { ReplyMode } from '../chats/chat.entity.js';
import type { Heard } from './heard-since.js';
import type { OutboxOrigin } from './outbox.entity.js';

export interface QueuedMessage {
  readonly origin: OutboxOrigin;
  readonly expiresAt: Date | null;
  /** The operator let it go by hand. */
  readonly approved: boolean;
}

export interface GateChat {
  readonly optedOutAt: Date | null;
  readonly takenOverUntil: Date | null;
  /** A group asked for silence. */
  readonly quietUntil: Date | null;
  readonly replyMode: ReplyMode;
  /** Messages of ours that passed the gate in the last 24 hours. */
  readonly sentLastDay: number;
  /** Asked for only where a message comes of ourselves. */
  readonly heard: Heard;
}

export type Verdict =
  | { readonly kind: 'pass' }
  /** Looked at again at `until`. */
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly until: Date }
  | { readonly kind: 'drop'; readonly reason: string }
  /** Waits for approval. */
  | { readonly kind: 'draft' };

export type Refusal = Exclude<Verdict, { readonly kind: 'pass' }>;

export type HoldReason =
  | 'daily-cap'
  | 'paused'
  /** The operator's switch: nothing leaves the account. */
  | 'stopped'
  /** The account has sent as much as its pace allows. */
  | 'rate'
  /** WhatsApp asked the account to. */
  | 'slow-down'
  /** Too soon after the message before it in its chat. */
  | 'gap'
  /** As many strangers were written to as may be in a day. */
  | 'new-contacts'
  /** "typing…" is shown. */
  | 'typing';

/** How soon a chat that may send no more today is looked at again. */
const CAP_CHECK_MS = 10 * 60_000;
/** How soon a paused chat is looked at again. */
const PAUSE_CHECK_MS = 60_000;

/**
 * May this message leave now? Looked at inside the transaction that marks it `sending`, with the chat's row locked, so a
 * STOP committed before it always wins. What the operator sent or approved by hand is bound by STOP, expiry and the cap only; the answer
 * to a STOP itself may leave, and who asks is answered where a group asked for silence. An answer that the owner was faster than is of no use any more. What nobody asked for leaves now or not at all.
 */
export function sendGate(message: QueuedMessage, chat: GateChat, dailyCap: number, now: Date): Verdict {
  if (chat.optedOutAt && message.origin !== 'command') return drop('opted-out');
  if (message.expiresAt && now >= message.expiresAt) return drop('expired');
  if (message.origin === 'proactive') return outreachGate(message, chat, dailyCap, now);
  if (chat.sentLastDay >= dailyCap) return hold('daily-cap', new Date(now.getTime() + CAP_CHECK_MS));
  if (message.origin !== 'reply' || message.approved) return pass;
  if (chat.takenOverUntil && now < chat.takenOverUntil) return drop('human-takeover');
  if (chat.replyMode === 'paused') return hold('paused', new Date(now.getTime() + PAUSE_CHECK_MS));
  return chat.replyMode === 'draft' ? { kind: 'draft' } : pass;
}

/** Nothing of it is ever held: an answer would wait behind it, and a person would be written to at a time that nobody chose. */
function outreachGate(message: QueuedMessage, chat: GateChat, dailyCap: number, now: Date): Verdict {
  if (chat.heard !== 'nothing') return drop(chat.heard);
  if (chat.quietUntil && now < chat.quietUntil) return drop('silence-asked');
  if (chat.sentLastDay >= dailyCap) return drop('daily-cap');
  if (chat.takenOverUntil && now < chat.takenOverUntil) return drop('human-takeover');
  if (chat.replyMode === 'paused') return drop('paused');
  return chat.replyMode === 'draft' && !message.approved ? drop('not-approved') : pass;
}

const pass: Verdict = { kind: 'pass' };

function hold(reason: HoldReason, until: Date): Verdict {
  return { kind: 'hold', reason, until };
}

function drop(reason: string): Verdict {
  return { kind: 'drop', reason };
}
