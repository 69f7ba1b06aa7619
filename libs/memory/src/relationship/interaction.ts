import type { Emotion } from './emotion.js';

/** One conversation of a direct chat, or a piece of it, as numbers: nothing of what was said. */
export interface Interaction {
  /** When the person last spoke in it. */
  readonly at: Date;
  /** Messages of the person. */
  readonly messages: number;
  /** The same, where a long one counts more and a single letter less. */
  readonly talk: number;
  /** 0-1: 1 when both say as much. */
  readonly reciprocity: number;
  /** Whether the person began it, after hours of silence. */
  readonly begunByThem: boolean;
  /** 0-1 each. */
  readonly warmth: number;
  readonly thanks: number;
  readonly disclosure: number;
  readonly interest: number;
  readonly hostility: number;
  /** What the person seemed to feel most; null: nothing much. */
  readonly emotion: Emotion | null;
  /** What it was about: messages by topic. */
  readonly topics: Readonly<Record<string, number>>;
}
