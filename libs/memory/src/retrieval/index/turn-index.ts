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

/** The turns that hold a token, in their order: in each number a place (`>>> COUNT_BITS`) and a count (`& COUNT_MASK`). */
export interface Postings {
  readonly values: Uint32Array;
  readonly length: number;
}

/** Everything that we say ourselves, whoever of us. */
export const OURS = 'ours';
/** So a chat has up to 16 million turns. */
export const COUNT_BITS = 8;
export const COUNT_MASK = 0xff;

/** A silence of this long ends a session. */
const SESSION_GAP_MS = 4 * 3_600_000;
const BYTES_PER_TURN = 100;
const BYTES_PER_TOKEN = 200;
const NONE: Postings = { values: new Uint32Array(), length: 0 };

/** The turns of one chat in their order, by their tokens. Holds keyed hashes and no text. */
export class TurnIndex {
  readonly ids: string[] = [];
  /** Columns, by place. They may be longer than there are turns. */
  at = new Float64Array(64);
  sessions = new Int32Array(64);
  signs = new Uint8Array(64);
  lengths = new Uint16Array(64);
  /** As `speakerCode` tells. */
  speakers = new Uint16Array(64);
  /** 1 for turns that are not found any more. */
  hidden = new Uint8Array(64);
  /** Words of each session. */
  readonly sessionLengths: number[] = [];
  private readonly speakerCodes = new Map<string, number>();
  private readonly tokens = new Map<number, GrowingPostings>();
  private words = 0;
  private postingCount = 0;

  get size(): number {
    return this.ids.length;
  }

  get wordCount(): number {
    return this.words;
  }

  get lastAt(): number {
    return this.size === 0 ? -Infinity : (this.at[this.size - 1] ?? 0);
  }

  /** Roughly what it takes in memory. */
  get bytes(): number {
    return this.size * BYTES_PER_TURN + this.tokens.size * BYTES_PER_TOKEN + this.postingCount * 6;
  }

  /** Turns come in their order: by time. */
  add({ id, speaker, at, features }: IndexedTurn): void {
    const place = this.size;
    const session = this.sessionAt(at);
    if (place === this.at.length) this.grow();
    this.ids.push(id);
    this.at[place] = at;
    this.sessions[place] = session;
    this.signs[place] = features.signs;
    this.lengths[place] = features.length;
    this.speakers[place] = this.codeOf(speaker);
    this.sessionLengths[session] = (this.sessionLengths[session] ?? 0) + features.length;
    this.words += features.length;
    for (const { key, count } of features.tokens) {
      let postings = this.tokens.get(key);
      if (!postings) this.tokens.set(key, (postings = new GrowingPostings()));
      postings.add(((place << COUNT_BITS) | Math.min(count, COUNT_MASK)) >>> 0);
    }
    this.postingCount += features.tokens.length;
  }

  /** They are not found any more. */
  hide(ids: readonly string[]): void {
    for (const id of ids) {
      const place = this.ids.lastIndexOf(id);
      if (place >= 0) this.hidden[place] = 1;
    }
  }

  postings(key: number): Postings {
    return this.tokens.get(key) ?? NONE;
  }

  /** How many turns hold the token. */
  frequency(key: number): number {
    return this.tokens.get(key)?.length ?? 0;
  }

  /** What stands in `speakers` for somebody; 0 for who has said nothing here. */
  speakerCode(speaker: string): number {
    return this.speakerCodes.get(speaker) ?? 0;
  }

  private codeOf(speaker: string): number {
    const known = this.speakerCodes.get(speaker);
    if (known !== undefined) return known;
    const code = Math.min(0xffff, this.speakerCodes.size + 1);
    this.speakerCodes.set(speaker, code);
    return code;
  }

  private sessionAt(at: number): number {
    if (this.size === 0) return 0;
    const last = this.sessions[this.size - 1] ?? 0;
    return at - this.lastAt > SESSION_GAP_MS ? last + 1 : last;
  }

  private grow(): void {
    const size = this.at.length * 2;
    this.at = grown(this.at, new Float64Array(size));
    this.sessions = grown(this.sessions, new Int32Array(size));
    this.signs = grown(this.signs, new Uint8Array(size));
    this.lengths = grown(this.lengths, new Uint16Array(size));
    this.speakers = grown(this.speakers, new Uint16Array(size));
    this.hidden = grown(this.hidden, new Uint8Array(size));
  }
}

class GrowingPostings implements Postings {
  values = new Uint32Array(2);
  length = 0;

  add(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, new Uint32Array(this.length * 2));
    this.values[this.length] = value;
    this.length += 1;
  }
}

function grown<T extends { set(values: T): void }>(values: T, into: T): T {
  into.set(values);
  return into;
}
