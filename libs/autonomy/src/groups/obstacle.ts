import type { ReplyMode } from '#messaging';

import type { EngineName } from './engine-name.js';

/** What keeps it from speaking unasked in a group, whatever the engine says. Silence and mute are the engine's own gates. */
export type Obstacle =
  | 'disabled'
  | 'off'
  | 'opted-out'
  | 'not-allowed'
  | 'paused'
  | 'draft-mode'
  | 'taken-over'
  | 'archived'
  | 'account-down'
  | 'answering'
  | 'busy'
  | 'quiet-hours';

export interface ObstacleFacts {
  /** `AUTONOMY_ENABLED`. */
  readonly enabled: boolean;
  readonly engine: EngineName;
  readonly optedOutAt: Date | null;
  /** By the chat's own setting and the allow list. */
  readonly allowed: boolean;
  readonly replyMode: ReplyMode;
  readonly takenOverUntil: Date | null;
  readonly archivedAt: Date | null;
  /** Whether its account is connected and neither stopped nor held up for long. */
  readonly accountReady: boolean;
  /** Somebody is being answered there, or something waits to leave. */
  readonly answering: boolean;
  /** Words are being looked for until then. */
  readonly busyUntil: Date | null;
  /** It is night, and what is to be done would wake people up. */
  readonly wakesPeople: boolean;
}

/** The first that holds, in the order of their rank: what the operator and the group want before what only has to wait. */
export function obstacleOf(facts: ObstacleFacts, now: Date): Obstacle | null {
  if (!facts.enabled) return 'disabled';
  if (facts.engine === 'off') return 'off';
  if (facts.optedOutAt) return 'opted-out';
  if (!facts.allowed) return 'not-allowed';
  if (facts.replyMode === 'paused') return 'paused';
  if (facts.replyMode === 'draft') return 'draft-mode';
  if (facts.takenOverUntil && now < facts.takenOverUntil) return 'taken-over';
  if (facts.archivedAt) return 'archived';
  if (!facts.accountReady) return 'account-down';
  if (facts.answering) return 'answering';
  if (facts.busyUntil && now < facts.busyUntil) return 'busy';
  return facts.wakesPeople ? 'quiet-hours' : null;
}
