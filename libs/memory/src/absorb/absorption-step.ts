import type { EntityManager } from 'typeorm';

import type { SpokenMessage } from '#messaging';

/** The chat that something was said in. */
export interface AbsorbedChat {
  readonly id: string;
  readonly accountId: string;
  readonly kind: 'direct' | 'group';
  /** The other person of a direct chat. */
  readonly contactId: string | null;
  /** Whose data key seals what belongs to the chat as a whole. */
  readonly subjectId: string;
}

/** One message, opened. */
export interface AbsorbedMessage extends SpokenMessage {
  /** Whose data key seals it. */
  readonly subjectId: string;
}

/** What was said in one chat after a step's cursor, oldest first, at most `batchSize` messages. */
export interface AbsorbedStretch {
  readonly characterId: string;
  readonly chat: AbsorbedChat;
  readonly messages: readonly AbsorbedMessage[];
}

/** What waits after a step's cursor. */
export interface WaitingStretch {
  readonly messages: number;
  readonly fromContacts: number;
  /** How long ago the last of it was said. */
  readonly idleMs: number;
}

/** Writes what a step made of a stretch, in the transaction that moves its cursor. */
export type AbsorptionWrites = (manager: EntityManager) => Promise<void>;

/**
 * One thing that is done with what was said. Each step has its own cursor for each character and chat, so one that fails holds up no
 * other, and a stretch is taken in once.
 */
export abstract class AbsorptionStep {
  /** Names its cursor. */
  abstract readonly name: string;
  abstract readonly batchSize: number;

  /** Whether what waits is worth a run now, or more should come first. */
  abstract isDue(waiting: WaitingStretch): boolean;

  /** Thinks, with nothing locked; may call a model. */
  abstract absorb(stretch: AbsorbedStretch, signal: AbortSignal): Promise<AbsorptionWrites>;
}
