import type { GroupState } from './group-state.js';
import { EXCHANGE_BYTES, FIELD, ROOM } from './state-layout.js';

/** So long after a directed message its exchange counts as under way: the answer may be being typed. */
export const EXCHANGE_SECONDS = 60;

const ASKED = 4;
const AT = 8;

/** `from` addressed `to`: nobody steps in between until the answer has had its time. */
export function exchangeOpened(state: GroupState, from: number, to: number, at: number): void {
  const place = oldestOf(state);
  state.view.setUint32(place, from);
  state.view.setUint32(place + ASKED, to);
  state.view.setUint32(place + AT, at);
  state.write(FIELD.directedAt, at);
}

/**
 * A message that addresses nobody. From somebody who was addressed a moment ago it is the answer, and what they are answered has its
 * time too; but only the first one, or two people who talk on would close the group to everybody.
 */
export function exchangeAnswered(state: GroupState, member: number, at: number): void {
  for (let each = 0; each < ROOM.exchanges; each += 1) {
    const place = FIELD.exchanges + each * EXCHANGE_BYTES;
    if (state.view.getUint32(place + ASKED) !== member) continue;
    if (at - state.view.getUint32(place + AT) <= EXCHANGE_SECONDS) state.write(FIELD.directedAt, at);
    state.view.setUint32(place + ASKED, 0);
  }
}

function oldestOf(state: GroupState): number {
  let oldest: number = FIELD.exchanges;
  for (let each = 1; each < ROOM.exchanges; each += 1) {
    const place = FIELD.exchanges + each * EXCHANGE_BYTES;
    if (state.view.getUint32(place + AT) < state.view.getUint32(oldest + AT)) oldest = place;
  }
  return oldest;
}
