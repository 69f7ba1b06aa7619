import type { AbsorbedChat } from './absorption-step.js';

/** A chat as whoever takes it in sees it. */
export interface AbsorbableChat extends AbsorbedChat {
  /** The person said STOP: nothing of what is said is remembered. */
  readonly optedOut: boolean;
  readonly messageCount: number;
  readonly archivedAt: Date | null;
}
