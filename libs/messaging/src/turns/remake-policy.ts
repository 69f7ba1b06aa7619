/** How often an answer is made anew because its person writes on. Each time costs a call: then it goes out, and the rest is the next turn. */
export const MOST_REMAKES = 3;

/** Who has waited for so long gets the answer that there is, whatever they write meanwhile; in ms. */
export const REMAKE_WITHIN_MS = 45_000;

/** How a chat stands at the moment at which an answer is handed in. */
export interface AnswerMoment {
  readonly chatKind: string;
  /** Something new waits in the chat for a decision. */
  readonly waits: boolean;
  /** Of the turn, now; each message that joined has raised it. */
  readonly revision: number;
  /** What the answer was made for. */
  readonly madeFor: number;
  readonly ageMs: number;
  /** It does not wait for more: help for somebody who is in danger. */
  readonly urgent: boolean;
}

/**
 * Whether an answer is out of date before it was sent. One that does not know a message of its own turn always is: nobody else would
 * answer that. What waits beside the turn may still join it, within bounds. In a group others always talk on: it is left alone there.
 */
export function isSuperseded({ chatKind, waits, revision, madeFor, ageMs, urgent }: AnswerMoment): boolean {
  if (revision !== madeFor) return true;
  return chatKind === 'direct' && waits && !urgent && revision < MOST_REMAKES && ageMs < REMAKE_WITHIN_MS;
}
