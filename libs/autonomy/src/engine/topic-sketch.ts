import type { GroupState } from './group-state.js';
import { FIELD, ROOM } from './state-layout.js';

/** Together the counters hold no more; then all are halved, so the sketch is of what was said lately. */
const MOST_TOGETHER = 256;
const MOST_INTERESTS = 32;
/** So many occurrences above the noise of the sketch, and the group is talking of it. */
const CLEARLY = 6;

/** Counts the keyed words of one message. Each falls on two counters of 64, so no word can be read out of them. */
export function sketchTokens(state: GroupState, tokens: readonly number[]): void {
  for (const token of tokens) {
    add(state, firstOf(token));
    add(state, secondOf(token));
  }
  if (state.read(FIELD.topicsSum) > MOST_TOGETHER) halve(state);
}

/** How much the group is talking of one of these, 0-1. Chance alone gives nearly 0: what each counter holds on average is taken off. */
export function interestIn(state: GroupState, interests: readonly number[]): number {
  if (interests.length === 0) return 0;
  const noise = state.read(FIELD.topicsSum) / ROOM.topics;
  let most = 0;
  for (let each = 0; each < interests.length && each < MOST_INTERESTS; each += 1) {
    const token = interests[each] ?? 0;
    const count = Math.min(state.view.getUint8(firstOf(token)), state.view.getUint8(secondOf(token)));
    most = Math.max(most, count - noise);
  }
  return Math.min(1, most / CLEARLY);
}

function firstOf(token: number): number {
  return FIELD.topics + ((token >>> 0) % ROOM.topics);
}

function secondOf(token: number): number {
  return FIELD.topics + ((token >>> 16) % ROOM.topics);
}

function add(state: GroupState, place: number): void {
  const count = state.view.getUint8(place);
  if (count === 255) return;
  state.view.setUint8(place, count + 1);
  state.write(FIELD.topicsSum, state.read(FIELD.topicsSum) + 1);
}

function halve(state: GroupState): void {
  let sum = 0;
  for (let place: number = FIELD.topics; place < FIELD.topics + ROOM.topics; place += 1) {
    const half = state.view.getUint8(place) >>> 1;
    state.view.setUint8(place, half);
    sum += half;
  }
  state.write(FIELD.topicsSum, sum);
}
