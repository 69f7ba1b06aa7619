/** What the outreaches of an account came to, of the last seven days. */
export interface LatelyReached {
  readonly sent: number;
  readonly people: number;
  /** People who said STOP within a day. */
  readonly left: number;
}

/** Before so many were sent, one STOP says nothing. */
const FEWEST = 20;

/** Too many people said STOP: an operator approves each outreach again. `most`: a share, 0-1. */
export function isBraked({ sent, people, left }: LatelyReached, most: number): boolean {
  return sent >= FEWEST && left > people * most;
}
