import type { Frequency } from '../planning/frequency.js';
import type { QuietHours } from '../planning/quiet-hours.js';

/** How somebody wants to be written to first; null where nobody has said it and the default holds. */
export interface ContactPreferences {
  readonly frequency: Frequency | null;
  readonly quietHours: QuietHours | null;
  /** An IANA name. */
  readonly zone: string | null;
  readonly zoneBy: 'operator' | 'chat' | null;
  readonly language: string | null;
  readonly languageBy: 'operator' | 'detected' | null;
  readonly topicsToAvoid: readonly string[];
  /** The principal who changed them last, or `chat`. */
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

/** What is left out stays, null goes back to the default. */
export interface PreferencesPatch {
  readonly frequency?: Frequency | null;
  readonly quietHours?: QuietHours | null;
  readonly zone?: string | null;
  readonly language?: string | null;
  /** All of them. */
  readonly topicsToAvoid?: readonly string[] | null;
  /** One more. */
  readonly alsoAvoid?: string;
  /** They want to be written to: what kept us silent until now is over. */
  readonly welcome?: boolean;
}

/** Whoever changes preferences: an operator by name, or the person in a chat. */
export type ChangedBy = { readonly by: 'operator'; readonly principal: string } | { readonly by: 'chat' };
