/** `cancelled`: no answer comes of it. `replaced`: the answer is another one. After `done` its messages come, each with the `responseId`. */
export type ResponseStatus = 'started' | 'writing' | 'done' | 'cancelled' | 'replaced';

/** The event `character:response`. */
export interface ResponseChunk {
  readonly conversationId: string;
  /** Of the turn that is answered; its messages bear it, too. */
  readonly responseId: string;
  readonly characterId: string;
  /** A higher one replaces all of a lower one. */
  readonly attempt: number;
  /** From 0, without a gap. */
  readonly sequence: number;
  readonly status: ResponseStatus;
  readonly delta: string;
  /** Where `delta` begins in the text of this attempt, in UTF-16 units. */
  readonly at: number;
}

/** Longer pieces are told in several, in UTF-16 units: what one event may carry is bounded in bytes. */
const LONGEST_DELTA = 1_000;

/** Cuts a text into pieces that an event can carry, and no character in two. */
export function deltasOf(text: string): string[] {
  const deltas: string[] = [];
  for (let at = 0; at < text.length;) {
    const splitsPair = at + LONGEST_DELTA < text.length && text.codePointAt(at + LONGEST_DELTA - 1)! > 0xffff;
    const end = at + LONGEST_DELTA - (splitsPair ? 1 : 0);
    deltas.push(text.slice(at, end));
    at = end;
  }
  return deltas;
}
