import type { ConversationLevel } from '../classify/conversation-level.js';
import type { Maturity } from '../policy/safety-policy.js';

/** As far as safety goes, who answers. */
export interface GuardedCharacter {
  readonly name: string;
  /** In years. */
  readonly age: number;
  readonly maturity: Maturity;
}

/** A turn that is about to be answered. */
export interface SafetyQuestion {
  /** Everything that waits, joined. */
  readonly text: string;
  /** What the same person wrote before, the latest last. */
  readonly recent: readonly string[];
  readonly character: GuardedCharacter;
  /** Who wrote; null: nobody that is known, and nobody known to be an adult. */
  readonly contactId: string | null;
  readonly chatId: string;
  /** Of what waits, the latest last. */
  readonly messageIds: readonly string[];
  /** With its prefix, or WhatsApp's id of the chat: it tells the country of the help lines. */
  readonly phone?: string | null;
  /** BCP 47, when it is known; else the text tells. */
  readonly locale?: string;
  /** Nothing will be said, whatever comes of it: what happens is written down, and no model is asked about it. */
  readonly silent?: boolean;
  /** Of the conversation so far. */
  readonly conversation?: ConversationLevel | null;
  readonly signal?: AbortSignal;
}

/** Let a model answer. */
export interface AnswerVerdict {
  readonly kind: 'answer';
  /** A line for the model's instructions. */
  readonly guidance?: string;
  /** Of the text, 0-10. */
  readonly nsfwLevel: number;
  readonly conversation: ConversationLevel;
  /** The highest level that the answer may have, 0-10. */
  readonly ceiling: number;
  /** The person or the character is, or may be, under age. */
  readonly child: boolean;
}

/** Say this, and ask no model. */
export interface SayVerdict {
  readonly kind: 'say';
  readonly texts: readonly string[];
  /** A stable code: `danger:self-harm`, `forbidden`, `minor`, `adult-unknown`, `bot-question`, `report`. */
  readonly reason: string;
  readonly nsfwLevel: number;
  readonly conversation: ConversationLevel;
}

export type SafetyVerdict = AnswerVerdict | SayVerdict;

/** What becomes of an answer that a model has written. */
export type AnswerCheck =
  | { readonly kind: 'send'; readonly nsfwLevel: number }
  | { readonly kind: 'say'; readonly texts: readonly string[]; readonly reason: string; readonly nsfwLevel: number };
