import { TURN_SIGNS } from '../index/turn-features.js';
import type { TurnIndex } from '../index/turn-index.js';
import type { RankingPolicy } from './ranking-policy.js';

/**
 * Adds up what turns get for the words of a question. For one word a turn gets the most that it holds itself or inherits from a neighbour,
 * so a word that is said again and again around it counts once.
 */
export class Credits {
  totals = new Float32Array();
  /** Only of the question's own words. */
  covered = new Float32Array();
  /** Places that got something, in no order. */
  readonly touched: number[] = [];
  private held = new Float32Array();
  private current = new Float32Array();
  private isTouched = new Uint8Array();
  private readonly holders: number[] = [];
  private readonly credited: number[] = [];

  /** Ready for the turns of an index, however it has grown. */
  prepare(size: number): void {
    if (this.totals.length >= size) return;
    const room = size + (size >>> 2);
    this.totals = new Float32Array(room);
    this.covered = new Float32Array(room);
    this.held = new Float32Array(room);
    this.current = new Float32Array(room);
    this.isTouched = new Uint8Array(room);
  }

  /** The turn holds the word that is being looked at: worth `value` to it. */
  hold(place: number, value: number): void {
    const before = this.held[place] ?? 0;
    if (before === 0) this.holders.push(place);
    if (value > before) this.held[place] = value;
  }

  /** Ends a word: gives its holders and their neighbours what it is worth. */
  settle(index: TurnIndex, policy: RankingPolicy, weight: number, covers: boolean): void {
    const { holders, credited, held, current, totals, covered } = this;
    const spreads = holders.length <= policy.spreadUpTo;
    for (const place of holders) {
      const value = held[place] ?? 0;
      held[place] = 0;
      this.give(place, value);
      if (spreads) this.spread(index, policy, place, value);
    }
    for (const place of credited) {
      const value = current[place] ?? 0;
      current[place] = 0;
      totals[place] = (totals[place] ?? 0) + weight * value;
      if (covers) covered[place] = (covered[place] ?? 0) + weight * (value < 1 ? value : 1);
      this.touch(place);
    }
    holders.length = 0;
    credited.length = 0;
  }

  /** The turn is looked at, whatever it got. */
  touch(place: number): void {
    if (this.isTouched[place] === 1) return;
    this.isTouched[place] = 1;
    this.touched.push(place);
  }

  /** As it was before the first word. */
  clear(): void {
    for (const place of this.touched) {
      this.totals[place] = 0;
      this.covered[place] = 0;
      this.isTouched[place] = 0;
    }
    this.touched.length = 0;
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
    if (before === 0) this.credited.push(place);
    if (value > before) this.current[place] = value;
  }
}
