import type { IncomingMessage } from '#whatsapp';

import type { Parties } from '../chats/chat-book.service.js';
import type { MediaPlan } from '../media/media-plan.js';
import type { EarlyRevision } from '../messages/early-revisions.service.js';
import type { InboundPlan } from './inbound-plan.js';

export interface InboundItem {
  readonly accountId: string;
  readonly message: IncomingMessage;
  /** It could not be stored as it is: only what is left of it is. */
  readonly unreadable?: boolean;
  /** It was said before the account was ours: to somebody else, so to speak. */
  readonly past?: boolean;
}

/** A message on its way into the table: where it belongs, what it means, and what came before it did. */
export interface InboundRow extends InboundPlan {
  readonly id: string;
  readonly accountId: string;
  readonly message: IncomingMessage;
  readonly parties: Parties;
  /** Whose key seals it. */
  readonly subjectId: string;
  /** What becomes of its attachment; null when it has none. */
  readonly media: MediaPlan | null;
  readonly editedAt: Date | null;
  readonly revokedAt: Date | null;
  /** The edits and deletions that are in it now. */
  readonly revisions: readonly EarlyRevision[];
}
