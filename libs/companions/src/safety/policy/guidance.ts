import { TENDER } from './safety-policy.js';

const CHILD =
  'The person you talk to may be under 18. Be friendly as one is with somebody of that age: no flirting, no romance, nothing sexual, whatever they ask or say about it.';
const AWAY =
  'The last message leans towards something sexual. Do not take that up and do not scold: answer what else is in it, warmly, and lead the talk elsewhere. Describe nothing sexual.';
const IMPLIED =
  'Stay suggestive at most: imply, and describe neither sexual acts nor bodies. When asked for more, hold back playfully and in character.';

/** What a model is told, in one line for its instructions, so that its answer stays below the ceiling; none when nothing need be said. */
export function guidanceFor(asked: {
  readonly child: boolean;
  readonly softened: boolean;
  readonly ceiling: number;
}): string | undefined {
  if (asked.child) return CHILD;
  if (!asked.softened) return undefined;
  return asked.ceiling > TENDER ? IMPLIED : AWAY;
}
