import type { PassingEvent } from './passing-event.js';

/** The channel on which processes tell each other of people. */
export const PEOPLE_CHANNEL = 'people';

/** Something that passes, as it crosses. */
export interface SentPassing {
  readonly contactId: string;
  readonly chatId: string;
  readonly event: PassingEvent;
  readonly payload: object;
  readonly volatile: boolean;
  /** The socket that need not hear it: it is its own. */
  readonly except?: string;
}

/** What crosses, in a JSON array: the id of a person whose feed has moved, or something that passes. */
export type PeopleNews = string | SentPassing;
