import type { AnswerTraits } from '#messaging';

import type { ConversationLevel } from '../safety/classify/conversation-level.js';

/** How what the person wrote was judged. */
export interface AskedTraits {
  /** Of all that was asked, 0-10. */
  readonly nsfwLevel: number;
  /** Of the conversation, after it. */
  readonly conversation: ConversationLevel;
}

/** What is to be said, how it was made, and how what was asked was judged. */
export type MadeAnswer =
  | {
      readonly kind: 'say';
      /** One message each. */
      readonly texts: readonly string[];
      readonly traits: AnswerTraits;
      readonly asked: AskedTraits;
      /** Somebody needs help: it does not wait for what they write besides. */
      readonly urgent: boolean;
    }
  | { readonly kind: 'nothing'; readonly reason: string; readonly asked: AskedTraits };
