import { TURN_SIGNS } from '../index/turn-features.js';
import type { TurnIndex } from '../index/turn-index.js';
import type { RankingPolicy } from './ranking-policy.js';

/**
 * Adds up what turns get for the words of a question. For one word a turn gets the most that it holds itself or inherits from a neighbour,
 * so a word that is said again and again around it counts once.
 */
export class Credits {
  readonly totals: Float32Array;
  /** Only of the question's own words. */
  readonly covered: Float32Array;
  private readonly held: Float32Array;
  private readonly current: Float32Array;
  private readonly isTouched: Uint8Array;
  private readonly touchedPlaces: number[] = [];
  private holders: number[] = [];
  private credited: number[] = [];

  constructor(
    private readonly index: TurnIndex,
    private readonly policy: RankingPolicy,
  ) {
    this.totals = new Float32Array(index.size);
    this.covered = new Float32Array(index.size);
    this.held = new Float32Array(index.size);
    this.current = new Float32Array(index.size);
    this.isTouched = new Uint8Array(index.size);
  }

  /** The turn holds the word that is being looked at: worth `value` to it. */
  hold(place: number, value: number): void {
    const before = this.held[place] ?? 0;
    if (before === 0) this.holders.push(place);
    if (value > before) this.held[place] = value;
  }

  /** Ends a word: gives its holders and their neighbours what it is worth. */
  settle(weight: number, covers: boolean): void {
    const spreads = this.holders.length <= this.policy.spreadUpTo;
    for (const place of this.holders) {
      const value = this.held[place] ?? 0;
      this.held[place] = 0;
      this.give(place, value);
      if (spreads) this.spread(place, value);
    }
    for (const place of this.credited) {
      const value = this.current[place] ?? 0;
      this.current[place] = 0;
      this.totals[place] = (this.totals[place] ?? 0) + weight * value;
      if (covers) this.covered[place] = (this.covered[place] ?? 0) + weight * Math.min(1, value);
      this.touch(place);
    }
    this.holders = [];
    this.credited = [];
  }

  /** The turn is looked at, whatever it got. */
  touch(place: number): void {
    if (this.isTouched[place] === 1) return;
    this.isTouched[place] = 1;
    this.touchedPlaces.push(place);
  }

  touched(): readonly number[] {
    return this.touchedPlaces;
  }

  private spread(place: number, value: number): void {
    const { before, beforeQuestion, after, fading, reach } = this.policy;
    const sessions = this.index.sessions;
    const session = sessions[place];
    const asked = ((this.index.signs[place] ?? 0) & TURN_SIGNS.hasQuestion) !== 0;
    let fade = 1;
    for (let distance = 1; distance <= reach; distance += 1) {
      const next = place + distance;
      const last = place - distance;
      if (sessions[next] === session)
        this.give(next, value * fade * (distance === 1 && asked ? beforeQuestion : before));
      if (sessions[last] === session) this.give(last, value * fade * after);
      fade *= fading;
    }
  }

  private give(place: number, value: number): void {
    const before = this.current[place] ?? 0;
    if (before === 0) this.credited.push(place);
    if (value > before) this.current[place] = value;
  }
}
