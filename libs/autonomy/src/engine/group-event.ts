import type { Action } from './action.js';

interface At {
  /** Seconds since 1970, no later than now: whoever observes the group does not pass on what a phone's clock claims of the future. */
  readonly at: number;
}

interface OfMember extends At {
  /** A keyed 32-bit id, never 0. */
  readonly member: number;
}

export interface MessageEvent extends OfMember {
  readonly kind: 'message';
  /** Another bot wrote it. It counts for nothing, so no two bots keep each other talking. */
  readonly fromBot?: boolean;
  /** The keyed id of the member it is addressed to, by reply, mention or name. */
  readonly toMember?: number;
  /** It is addressed to us, or answers us. */
  readonly toUs?: boolean;
  /** Its tone, -1 to 1, from emoji; measured outside. */
  readonly sentiment?: number;
  /** Keyed 32-bit hashes of its words; a sketch is kept of them. */
  readonly tokens?: readonly number[];
}

export interface ReactionEvent extends OfMember {
  readonly kind: 'reaction';
  readonly toUs?: boolean;
  readonly sentiment: number;
}

/** Somebody came into the group, or began something where the connector tells of it; `leave` says that they are gone. */
export interface PresenceEvent extends OfMember {
  readonly kind: 'activity' | 'join' | 'leave';
}

/** We appeared. Without an action it was an answer to somebody who had addressed us. */
export interface OwnEvent extends At {
  readonly kind: 'own';
  readonly action: Action | null;
}

/** The group asked for silence until then, in seconds since 1970; 0 lifts it. */
export interface SilenceEvent extends At {
  readonly kind: 'silence';
  readonly until: number;
}

/** All that the engine is told of a group. No content: who, when, to whom. */
export type GroupEvent = MessageEvent | ReactionEvent | PresenceEvent | OwnEvent | SilenceEvent;
