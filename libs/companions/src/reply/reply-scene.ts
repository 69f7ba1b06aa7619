import type { RememberedContext } from '#memory';
import type { SpokenMessage } from '#messaging';

import type { Character } from '../characters/character.js';

/** All that an answer is made from. */
export interface ReplyScene {
  readonly character: Character;
  readonly chatId: string;
  /** WhatsApp's id of the person in a direct chat: its prefix tells the country. */
  readonly address: string | null;
  /** Whom it answers: the other person of a direct chat, in a group whoever spoke last. */
  readonly contactId: string | null;
  readonly contactName: string | null;
  /** Several people talk: each line says who. */
  readonly group: boolean;
  /** What was said before, oldest first. */
  readonly earlier: readonly SpokenMessage[];
  /** What is to be answered, oldest first; at least one. */
  readonly asked: readonly SpokenMessage[];
  /** Null when there is nobody to remember. */
  readonly remembered: RememberedContext | null;
  readonly now: Date;
  /** IANA name. */
  readonly zone: string;
}
