import type { TurnDuty } from './turn.entity.js';

/** A turn that an agent has taken on. */
export interface ClaimedTurn {
  readonly id: string;
  readonly chatId: string;
  /** Counts the claims, this one included. */
  readonly attempts: number;
  /** What had joined the turn when it was claimed. */
  readonly revision: number;
  /** None: it is to be answered. */
  readonly duty: TurnDuty | null;
  /** Why it is not answered, where there is a duty instead. */
  readonly reason: string | null;
  readonly createdAt: Date;
}
