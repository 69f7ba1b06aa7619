import type { GroupState } from './group-state.js';
import { FIELD, ROOM } from './state-layout.js';

const MOST = 255;

/** One more message at `at`; what is older than an hour by then is forgotten. A minute counts to 255. */
export function countMinute(state: GroupState, at: number): void {
  const minute = Math.floor(at / 60);
  const newest = state.read(FIELD.minute);
  let sum = state.read(FIELD.minutesSum);
  // At most a whole round: after an hour without a message each place is cleared once.
  for (let each = Math.max(newest + 1, minute - ROOM.minutes + 1); each <= minute; each += 1) {
    sum -= state.view.getUint8(placeOf(each));
    state.view.setUint8(placeOf(each), 0);
  }
  const count = state.view.getUint8(placeOf(minute));
  const more = count < MOST ? 1 : 0;
  state.view.setUint8(placeOf(minute), count + more);
  state.write(FIELD.minutesSum, sum + more);
  state.write(FIELD.minute, Math.max(newest, minute));
}

/** Messages of people in the last hour, the running minute included. */
export function messagesInHour(state: GroupState, now: number): number {
  const newest = state.read(FIELD.minute);
  const passed = Math.floor(now / 60) - newest;
  if (passed >= ROOM.minutes) return 0;
  let count = state.read(FIELD.minutesSum);
  let place = newest % ROOM.minutes;
  // The places after the newest hold its oldest minutes, which have left the hour since.
  for (let each = 1; each <= passed; each += 1) {
    place = place === ROOM.minutes - 1 ? 0 : place + 1;
    count -= state.view.getUint8(FIELD.minutes + place);
  }
  return count;
}

/** Messages of people in the last five minutes, the running one included. */
export function messagesInFiveMinutes(state: GroupState, now: number): number {
  const newest = state.read(FIELD.minute);
  const passed = Math.max(0, Math.floor(now / 60) - newest);
  let count = 0;
  let place = newest % ROOM.minutes;
  for (let each = passed; each < 5; each += 1) {
    count += state.view.getUint8(FIELD.minutes + place);
    place = place === 0 ? ROOM.minutes - 1 : place - 1;
  }
  return count;
}

function placeOf(minute: number): number {
  return FIELD.minutes + (minute % ROOM.minutes);
}
