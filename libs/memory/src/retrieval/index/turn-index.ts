import type { TurnFeatures } from './turn-features.js';

/** A turn on its way into an index. */
export interface IndexedTurn {
  readonly id: string;
  /** Who said it, as the searcher names speakers: a contact's id, or `OURS`. */
  readonly speaker: string;
  /** Milliseconds. */
  readonly at: number;
  readonly features: TurnFeatures;
}

/** Everything that we say ourselves, whoever of us. */
export const OURS = 'ours';

/** A silence of this long ends a session. */
const SESSION_GAP_MS = 4 * 3_600_000;
/** A posting is a place among the turns and a count, in one number: so a chat has up to 16 million turns. */
const COUNT_BITS = 8;
const COUNT_MASK = 0xff;
const BYTES_PER_TURN = 120;
const BYTES_PER_TOKEN = 200;

/** The turns of one chat in their order, by their tokens. Holds keyed hashes and no text. */
export class TurnIndex {
  readonly ids: string[] = [];
  readonly speakers: string[] = [];
  readonly at: number[] = [];
  readonly signs: number[] = [];
  readonly lengths: number[] = [];
  readonly sessions: number[] = [];
  /** Words of each session. */
  readonly sessionLengths: number[] = [];
  private readonly hidden = new Set<number>();
  private readonly tokens = new Map<number, Postings>();
  private words = 0;
  private postings = 0;

  get size(): number {
    return this.ids.length;
  }

  get wordCount(): number {
    return this.words;
  }

  get lastAt(): number {
    return this.at.at(-1) ?? -Infinity;
  }

  /** Roughly what it takes in memory. */
  get bytes(): number {
    return this.size * BYTES_PER_TURN + this.tokens.size * BYTES_PER_TOKEN + this.postings * 4;
  }

  /** Turns come in their order: by time. */
  add({ id, speaker, at, features }: IndexedTurn): void {
    const place = this.size;
    const session = this.sessionAt(at);
    this.ids.push(id);
    this.speakers.push(speaker);
    this.at.push(at);
    this.signs.push(features.signs);
    this.lengths.push(features.length);
    this.sessions.push(session);
    this.sessionLengths[session] = (this.sessionLengths[session] ?? 0) + features.length;
    this.words += features.length;
    for (const { key, count } of features.tokens) {
      const postings = this.tokens.get(key) ?? new Postings();
      this.tokens.set(key, postings);
      postings.add((place << COUNT_BITS) | Math.min(count, COUNT_MASK));
      this.postings += 1;
    }
  }

  /** They are not found any more. */
  hide(ids: readonly string[]): void {
    for (const id of ids) {
      const place = this.ids.lastIndexOf(id);
      if (place >= 0) this.hidden.add(place);
    }
  }

  isHidden(place: number): boolean {
    return this.hidden.has(place);
  }

  /** How many turns hold the token. */
  frequency(key: number): number {
    return this.tokens.get(key)?.length ?? 0;
  }

  /** Every turn that holds the token, in their order. */
  each(key: number, visit: (place: number, count: number) => void): void {
    const postings = this.tokens.get(key);
    if (!postings) return;
    for (let at = 0; at < postings.length; at += 1) {
      const posting = postings.values[at] ?? 0;
      visit(posting >>> COUNT_BITS, posting & COUNT_MASK);
    }
  }

  private sessionAt(at: number): number {
    const last = this.sessions.at(-1);
    if (last === undefined) return 0;
    return at - this.lastAt > SESSION_GAP_MS ? last + 1 : last;
  }
}

class Postings {
  values = new Uint32Array(2);
  length = 0;

  add(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}
