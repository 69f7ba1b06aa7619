import type { HoldReason, Verdict } from '../send-gate.js';
import type { PacingPolicy } from './pacing-policy.js';
import { takeToken, type TokenBucket } from './token-bucket.js';
import { typingTimeMs } from './typing-time.js';

const DAY_MS = 24 * 60 * 60_000;
/** So soon at the latest somebody is looked at again who is held as a new contact: they may have written to us meanwhile. */
const NEW_CONTACT_CHECK_MS = 60 * 60_000;
/** A stopped account is not looked at by anybody; what is being looked at when it stops is ready again after this. */
const STOPPED_CHECK_MS = 60_000;

/** What holds a whole account up, under any policy. */
export interface AccountHold {
  /** The operator's switch: nothing leaves. */
  readonly stoppedAt: Date | null;
  readonly heldUntil: Date | null;
  readonly heldReason: AccountHoldReason | null;
}

export type AccountHoldReason = 'rate' | 'slow-down';

/** What the pace of a message depends on. */
export interface PacedMessage {
  /** Whether somebody waits for it, so that "typing…" is shown before it. */
  readonly answer: boolean;
  /** In UTF-16 units. */
  readonly length: number;
  /** "typing…" was shown for it already. */
  readonly typed: boolean;
  /** Nobody has said a word in its chat before. */
  readonly newContact: boolean;
  /** When the message of ours before it left in its chat. */
  readonly lastInChatAt: Date | null;
  /** When new contacts were written to in the last 24 hours, the latest first. */
  readonly newContactsAt: readonly Date[];
}

export type Hold = Extract<Verdict, { kind: 'hold' }>;
export type PaceVerdict = { readonly kind: 'pass'; readonly bucket: TokenBucket } | Hold;

/** May anything leave this account now? Undefined when it may. */
export function accountHold({ stoppedAt, heldUntil, heldReason }: AccountHold, now: Date): Hold | undefined {
  if (stoppedAt) return hold('stopped', new Date(now.getTime() + STOPPED_CHECK_MS));
  return heldUntil && heldUntil > now ? hold(heldReason ?? 'rate', heldUntil) : undefined;
}

/**
 * Is it this message's time? Answers with what is left of the account's allowance when it is. Typing comes last but for the token itself:
 * it is shown only before what may leave right after it.
 */
export function paceGate(
  message: PacedMessage,
  bucket: TokenBucket | null,
  policy: PacingPolicy,
  { now, random }: { readonly now: Date; readonly random: number },
): PaceVerdict {
  const gapEnds = message.lastInChatAt && new Date(message.lastInChatAt.getTime() + policy.gapMs);
  if (gapEnds && gapEnds > now) return hold('gap', gapEnds);
  if (message.newContact) {
    const until = newContactsFullUntil(message.newContactsAt, policy.newContactsPerDay, now);
    if (until) return hold('new-contacts', until);
  }
  const token = takeToken(bucket, policy, now);
  if (!token.taken) return hold('rate', token.until);
  const typingMs = message.answer && !message.typed ? typingTimeMs(message.length, random, policy.typingMaxMs) : 0;
  return typingMs > 0 ? hold('typing', new Date(now.getTime() + typingMs)) : { kind: 'pass', bucket: token.bucket };
}

function newContactsFullUntil(latest: readonly Date[], cap: number, now: Date): Date | undefined {
  const check = now.getTime() + NEW_CONTACT_CHECK_MS;
  if (cap === 0) return new Date(check);
  const oldest = latest[cap - 1];
  return oldest && new Date(Math.min(oldest.getTime() + DAY_MS, check));
}

function hold(reason: HoldReason, until: Date): Hold {
  return { kind: 'hold', reason, until };
}
