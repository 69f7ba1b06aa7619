import type { ChatStanding } from '../planning/person-state.js';

/** The chats that somebody has with us alone. */
export interface PersonChats {
  /** Where they would be written to: where they wrote last, of those that are still in use. */
  readonly chosen: {
    readonly accountId: string;
    /** Who answers there. */
    readonly characterId: string;
    readonly standing: ChatStanding;
  };
  /** In any of them. */
  readonly lastHeardAt: Date | null;
  /** The last message of anybody, ours included, in any of them. */
  readonly lastWrittenAt: Date | null;
}
