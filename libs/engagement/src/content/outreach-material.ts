import type { Character } from '#companions';
import type { EmotionLabel, WordedMemory } from '#memory';

import type { EngagementType } from '../planning/engagement-type.js';

/** What an outreach is made of, read and allowed. */
export interface OutreachMaterial {
  readonly contactId: string;
  readonly type: EngagementType;
  readonly character: Character;
  /** As the person calls themselves. */
  readonly name: string | null;
  readonly language: string;
  /** The most important first, the one that makes the moment before all. */
  readonly memories: readonly WordedMemory[];
  readonly moment: OutreachMoment | null;
  /** Of the last two days. */
  readonly feeling: { readonly label: EmotionLabel; readonly valence: number } | null;
  readonly avoided: readonly string[];
  /** Of the last outreaches to them, the latest first. */
  readonly earlier: readonly string[];
  readonly tone: string | null;
}

/** What the outreach is on the occasion of. */
export interface OutreachMoment {
  readonly kind: 'event' | 'birthday';
  readonly memory: WordedMemory;
  /** Its day is over where they are. */
  readonly past: boolean;
}
