import type { Action } from '../engine/action.js';
import type { MoodProfile } from '../moods/mood-profile.js';

/** What is to be said in a group, and as whom. */
export interface VoiceRequest {
  /** Of the decision that it carries out: the same one gets the same shipped line. */
  readonly decisionId: string;
  readonly chatId: string;
  readonly action: Action;
  readonly mood: MoodProfile;
  /** The keyed id of the member it is for; null when it is for nobody alone. */
  readonly member: number | null;
  readonly now: Date;
}

/** `line`: a shipped one, where no model wrote a text that may be said. `itemId`: what it shares of the feeds. */
export type VoiceAnswer =
  | {
      readonly kind: 'say';
      readonly text: string;
      readonly source: 'model' | 'line';
      readonly characterId: string;
      readonly itemId: string | null;
    }
  | { readonly kind: 'nothing'; readonly reason: string };
