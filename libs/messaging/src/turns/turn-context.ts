import type { ChatKind, MessageKind } from '#whatsapp';

import type { ReplyMode } from '../chats/chat.entity.js';
import type { TurnDuty } from './turn.entity.js';

/** A message that waits for a decision. */
export interface WaitingMessage {
  readonly id: string;
  readonly externalId: string;
  readonly senderId: string | null;
  readonly kind: MessageKind;
  readonly text: string;
  readonly addressed: boolean;
  /** Another account of ours wrote it. */
  readonly ofOurs: boolean;
  readonly sentAt: Date;
  readonly storedAt: Date;
}

/** The chat as the decision sees it, read under its lock. */
export interface TurnChat {
  readonly id: string;
  readonly accountId: string;
  readonly externalId: string;
  readonly kind: ChatKind;
  readonly title: string | null;
  readonly contactId: string | null;
  /** The phone numbers of the contact of a direct chat, digits only, whatever address the chat has now. */
  readonly phones: readonly string[];
  readonly replyMode: ReplyMode | null;
  readonly allowed: boolean | null;
  readonly optedOutAt: Date | null;
  /** When a START last ended an opt-out. */
  readonly optedInAt: Date | null;
  readonly takenOverUntil: Date | null;
  /** A group asked for silence. */
  readonly quietUntil: Date | null;
  /** Answers of ours in the last minute, queued ones included. */
  readonly repliesLastMinute: number;
}

/** Nobody answers, and yet somebody must look: at danger, and at what is asked of the memory. */
export interface DutyDecision {
  readonly kind: 'answer';
  readonly agent: string;
  readonly only: 'duty';
  readonly reason: string;
  /** Whether that may be said which must be said. */
  readonly maySpeak: boolean;
}

/** What becomes of the messages that wait in a chat. */
export type TurnDecision =
  | { readonly kind: 'answer'; readonly agent: string; readonly only?: undefined }
  | DutyDecision
  | { readonly kind: 'skip'; readonly reason: string }
  /** `besides`: the messages are looked at, too, in a turn of their own. */
  | { readonly kind: 'say'; readonly text: string; readonly reason: string; readonly besides?: DutyDecision };

export type TurnDecider = (chat: TurnChat, waiting: readonly WaitingMessage[]) => TurnDecision;

/** What a decision comes to, for the turn's own row. */
export function dutyOf(decision: TurnDecision): TurnDuty | null {
  if (decision.kind !== 'answer' || decision.only === undefined) return null;
  return decision.maySpeak ? 'say' : 'watch';
}

/** Whose turn has waited for what was decided just now. */
interface Waking {
  readonly wakes?: string;
}

/** What was decided for a chat; `early` when its burst is still going on. */
export type RoutedTurn =
  | ({ readonly kind: 'nothing' } & Waking)
  | { readonly kind: 'early'; readonly dueAt: Date }
  | ({
      readonly kind: 'done';
      readonly decision: TurnDecision;
      readonly turnId: string;
      readonly accountId: string;
    } & Waking);
