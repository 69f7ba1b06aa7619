import { TURN_SIGNS } from '../index/turn-features.js';
import type { TurnIndex } from '../index/turn-index.js';
import type { RankingPolicy } from './ranking-policy.js';

/**
 * Adds up what turns get for the words of a question. For one word a turn gets the most that it holds itself or inherits from a neighbour,
 * so a word that is said again and again around it counts once. Everything lies in columns that are kept from question to question: lists
 * that grow anew with each word leave megabytes to be collected.
 */
export class Credits {
  totals = new Float32Array();
  /** Only of the question's own words. */
  covered = new Float32Array();
  /** What whole sessions get, by session. */
  sessions = new Float64Array();
  /** Places that got something, in no order: the first `touchedCount`. */
  touched = new Int32Array();
  touchedCount = 0;
  private held = new Float32Array();
  private current = new Float32Array();
  private isTouched = new Uint8Array();
  private holders = new Int32Array();
  private holderCount = 0;
  private credited = new Int32Array();
  private creditedCount = 0;

  /** Ready for the turns and sessions of an index, however it has grown. */
  prepare(size: number, sessionCount: number): void {
    if (this.sessions.length < sessionCount) this.sessions = new Float64Array(roomFor(sessionCount));
    this.sessions.fill(0, 0, sessionCount);
    if (this.totals.length >= size) return;
    const room = roomFor(size);
    this.totals = new Float32Array(room);
    this.covered = new Float32Array(room);
    this.held = new Float32Array(room);
    this.current = new Float32Array(room);
    this.isTouched = new Uint8Array(room);
    this.touched = new Int32Array(room);
    this.holders = new Int32Array(room);
    this.credited = new Int32Array(room);
  }

  /** The turn holds the word that is being looked at: worth `value` to it. */
  hold(place: number, value: number): void {
    const before = this.held[place] ?? 0;
    if (before === 0) this.holders[this.holderCount++] = place;
    if (value > before) this.held[place] = value;
  }

  /** Ends a word: gives its holders and their neighbours what it is worth. */
  settle(index: TurnIndex, policy: RankingPolicy, weight: number, covers: boolean): void {
    if (this.holderCount > policy.spreadUpTo) {
      this.addUp(this.holders, this.holderCount, this.held, weight, covers);
    } else {
      this.spreadAll(index, policy);
      this.addUp(this.credited, this.creditedCount, this.current, weight, covers);
    }
    this.holderCount = 0;
    this.creditedCount = 0;
  }

  /** The turn is looked at, whatever it got. */
  touch(place: number): void {
    if (this.isTouched[place] === 1) return;
    this.isTouched[place] = 1;
    this.touched[this.touchedCount++] = place;
  }

  /** More for a turn, if it has something already. */
  addToTouched(place: number, value: number): void {
    if (this.isTouched[place] === 1) this.totals[place] = (this.totals[place] ?? 0) + value;
  }

  /** As it was before the first word. */
  clear(): void {
    const { touched, touchedCount, totals, covered, isTouched } = this;
    for (let at = 0; at < touchedCount; at += 1) {
      const place = touched[at] ?? 0;
      totals[place] = 0;
      covered[place] = 0;
      isTouched[place] = 0;
    }
    this.touchedCount = 0;
  }

  private spreadAll(index: TurnIndex, policy: RankingPolicy): void {
    const { holders, holderCount, held } = this;
    for (let at = 0; at < holderCount; at += 1) {
      const place = holders[at] ?? 0;
      const value = held[place] ?? 0;
      held[place] = 0;
      this.give(place, value);
      this.spread(index, policy, place, value);
    }
  }

  private addUp(places: Int32Array, count: number, values: Float32Array, weight: number, covers: boolean): void {
    const { totals, covered } = this;
    for (let at = 0; at < count; at += 1) {
      const place = places[at] ?? 0;
      const value = values[place] ?? 0;
      values[place] = 0;
      totals[place] = (totals[place] ?? 0) + weight * value;
      if (covers) covered[place] = (covered[place] ?? 0) + weight * (value < 1 ? value : 1);
      this.touch(place);
    }
  }

  private spread(index: TurnIndex, policy: RankingPolicy, place: number, value: number): void {
    const { sessions, signs } = index;
    const session = sessions[place];
    const asked = ((signs[place] ?? 0) & TURN_SIGNS.hasQuestion) !== 0;
    let worth = value;
    for (let distance = 1; distance <= policy.reach; distance += 1) {
      const next = place + distance;
      const last = place - distance;
      const from = distance === 1 && asked ? policy.beforeQuestion : policy.before;
      if (next < index.size && sessions[next] === session) this.give(next, worth * from);
      if (last >= 0 && sessions[last] === session) this.give(last, worth * policy.after);
      worth *= policy.fading;
    }
  }

  private give(place: number, value: number): void {
    const before = this.current[place] ?? 0;
    if (before === 0) this.credited[this.creditedCount++] = place;
    if (value > before) this.current[place] = value;
  }
}

/** With a quarter more than is needed: it will grow. */
function roomFor(size: number): number {
  return size + (size >>> 2);
}
