import type { GroupState } from './group-state.js';
import { FIELD, MEMBER_BYTES, ROOM } from './state-layout.js';

const SPOKE_AT = 4;
const MET_AT = 8;
const WARMTH = 12;
/** After a week without contact, half of the warmth is left. */
const WARMTH_HALF_LIFE = 7 * 86_400;
/** How much one contact moves the warmth towards 1. */
const WARMTH_STEP = 0.2;

/** The member wrote something. */
export function memberSpoke(state: GroupState, member: number, at: number): void {
  state.view.setUint32(placeFor(state, member) + SPOKE_AT, at);
}

/** The member and the companion had to do with each other. */
export function memberMet(state: GroupState, member: number, at: number): void {
  const place = placeFor(state, member);
  const warmth = warmthAt(state, place, at);
  state.view.setFloat32(place + WARMTH, warmth + (1 - warmth) * WARMTH_STEP);
  state.view.setUint32(place + MET_AT, at);
}

/** How many members wrote in the last `seconds`; no more than there is room for. */
export function speakersWithin(state: GroupState, seconds: number, now: number): number {
  let count = 0;
  for (let each = 0; each < ROOM.members; each += 1) {
    const spokeAt = state.view.getUint32(FIELD.members + each * MEMBER_BYTES + SPOKE_AT);
    if (spokeAt > 0 && now - spokeAt <= seconds) count += 1;
  }
  return count;
}

/** How close the member is to the companion, 0-1; 0 for whoever is not remembered. */
export function affinityOf(state: GroupState, member: number, now: number): number {
  const place = findPlace(state, member);
  return place === undefined ? 0 : warmthAt(state, place, now);
}

function warmthAt(state: GroupState, place: number, now: number): number {
  const warmth = state.view.getFloat32(place + WARMTH);
  if (warmth === 0) return 0;
  return warmth * 0.5 ** (Math.max(0, now - state.view.getUint32(place + MET_AT)) / WARMTH_HALF_LIFE);
}

function findPlace(state: GroupState, member: number): number | undefined {
  for (let each = 0; each < ROOM.members; each += 1) {
    const place = FIELD.members + each * MEMBER_BYTES;
    if (state.view.getUint32(place) === member) return place;
  }
  return undefined;
}

function placeFor(state: GroupState, member: number): number {
  const known = findPlace(state, member);
  if (known !== undefined) return known;
  const place = leastMissed(state);
  state.view.setUint32(place, member);
  for (const each of [SPOKE_AT, MET_AT, WARMTH]) state.view.setUint32(place + each, 0);
  return place;
}

/** Who was there longest ago gives way; a member at full warmth is kept for two days longer. */
function leastMissed(state: GroupState): number {
  let least: number = FIELD.members;
  let lowest = Infinity;
  for (let each = 0; each < ROOM.members; each += 1) {
    const place = FIELD.members + each * MEMBER_BYTES;
    const lastAt = Math.max(state.view.getUint32(place + SPOKE_AT), state.view.getUint32(place + MET_AT));
    const worth = lastAt + state.view.getFloat32(place + WARMTH) * 2 * 86_400;
    if (worth < lowest) {
      lowest = worth;
      least = place;
    }
  }
  return least;
}
