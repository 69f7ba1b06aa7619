import type { Engagement } from './engagement.js';

/** A plan that is not written down yet. Its words come later. */
export type NewEngagement = Pick<
  Engagement,
  | 'contactId'
  | 'chatId'
  | 'accountId'
  | 'characterId'
  | 'type'
  | 'moment'
  | 'memoryIds'
  | 'reasons'
  | 'experiment'
  | 'mode'
  | 'stage'
  | 'dueAt'
  | 'expiresAt'
>;

/** How many may wait at the same time. */
export interface WaitingWalls {
  readonly perPerson: number;
  readonly inAll: number;
}
