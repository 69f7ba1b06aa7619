import type { GroupState } from './group-state.js';
import { FIELD } from './state-layout.js';

/** Seconds in which the weight of a message falls to a third: the document's window of five minutes. */
const FADE_SECONDS = 300;

/** How active the talk is now: each message counts 1 and fades. At a steady pace it nears the messages in five minutes. */
export function momentumAt(state: GroupState, now: number): number {
  const momentum = state.readReal(FIELD.momentum);
  if (momentum === 0) return 0;
  return momentum * Math.exp(-Math.max(0, now - state.read(FIELD.humanAt)) / FADE_SECONDS);
}
