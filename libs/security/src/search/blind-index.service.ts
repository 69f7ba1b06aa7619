import { createHmac, type KeyObject } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { MasterKeys } from '../keys/master-keys.js';
import { foldAccents, unifyText } from './fold-text.js';
import { SEARCH_LANGUAGES } from './search-languages.js';
import { splitWords } from './split-words.js';
import { tokenise, type Token } from './tokenise.js';
import { wordForms, type WordForms } from './word-forms.js';

const MAX_TOKENS = 2_000;
const MAX_QUERY_WORDS = 32;
/** 64 bits: a chance collision needs billions of words. */
const HASH_BYTES = 8;
/** Equal fingerprints are taken for equal texts, so no chance of a collision is left. */
const FINGERPRINT_BYTES = 16;
/** Speech repeats its words: the cache spares nearly all stemming and hashing. Its places are counted, not reserved at the start. */
const CACHED_WORDS = 50_000;

export interface QueryOptions {
  /** Find texts with any of the words, instead of all of them. */
  readonly any?: boolean;
}

/** Full-text search over texts the database cannot read: each word is replaced by an HMAC of it. */
@Injectable()
export class BlindIndex {
  private readonly key: KeyObject;
  private readonly formsOf: WordForms;
  private readonly hashes = new LRUCache<string, string>({ maxSize: 2 * CACHED_WORDS, sizeCalculation: () => 1 });

  constructor(masterKeys: MasterKeys, @Inject(SEARCH_LANGUAGES) languages: readonly string[]) {
    this.key = masterKeys.derive('blind-index');
    this.formsOf = remembered(wordForms(languages));
  }

  /**
   * A `tsvector` literal for `$1::tsvector`, of at most 2,000 words. A word as it was written has weight A, its looser
   * forms have weight D, so that ranking prefers the exact one. Empty when there is nothing to search for.
   */
  vector(text: string): string {
    const places = new Map<string, string>();
    for (const { position, forms, parts } of tokenise(text, this.formsOf, MAX_TOKENS)) {
      forms.forEach((form, index) => this.place(places, form, index === 0 ? `${position}A` : `${position}`));
      for (const part of parts) this.place(places, part, `${position}A`);
    }
    let literal = '';
    for (const [hash, positions] of places) literal += `${literal && ' '}'${hash}':${positions}`;
    return literal;
  }

  /** A `tsquery` literal for `$1::tsquery`: every word in one of its forms. Null when there is nothing to search for. */
  query(text: string, { any = false }: QueryOptions = {}): string | null {
    const tokens = tokenise(text, this.formsOf, MAX_QUERY_WORDS);
    if (tokens.length === 0) return null;
    return tokens.map((token) => this.alternatives(token)).join(any ? ' | ' : ' & ');
  }

  /** Whether a text holds what `query` asks for, for texts that are at hand. Null when there is nothing to search for. */
  matcher(words: string): ((text: string) => boolean) | null {
    const wanted = tokenise(words, this.formsOf, MAX_QUERY_WORDS);
    if (wanted.length === 0) return null;
    return (text) => {
      const held = new Set<string>();
      for (const { forms, parts } of tokenise(text, this.formsOf, MAX_TOKENS)) {
        for (const form of [...forms, ...parts]) held.add(form);
      }
      return wanted.every(
        ({ forms, parts }) =>
          forms.some((form) => held.has(form)) || (parts.length > 0 && parts.every((part) => held.has(part))),
      );
    };
  }

  /** A keyed hash that is equal for texts of the same words in the same order, whatever their case, accents and punctuation. */
  fingerprint(text: string): string {
    const words = [...splitWords(text)].map((word) => foldAccents(word.text));
    // No word holds a blank, so this is the hash of no word.
    const whole = ` ${words.length > 0 ? words.join(' ') : unifyText(text)}`;
    return createHmac('sha256', this.key).update(whole).digest().subarray(0, FINGERPRINT_BYTES).toString('base64url');
  }

  private place(places: Map<string, string>, form: string, position: string): void {
    const hash = this.hash(form);
    const before = places.get(hash);
    places.set(hash, before === undefined ? position : `${before},${position}`);
  }

  private alternatives({ forms, parts }: Token): string {
    const ways = forms.map((form) => this.quoted(form));
    if (parts.length > 0) ways.push(`(${parts.map((part) => this.quoted(part)).join(' & ')})`);
    return `(${ways.join(' | ')})`;
  }

  private quoted(form: string): string {
    return `'${this.hash(form)}'`;
  }

  private hash(form: string): string {
    const known = this.hashes.get(form);
    if (known !== undefined) return known;
    const hash = createHmac('sha256', this.key).update(form).digest().subarray(0, HASH_BYTES).toString('base64url');
    this.hashes.set(form, hash);
    return hash;
  }
}

function remembered(formsOf: WordForms): WordForms {
  const known = new LRUCache<string, readonly string[]>({ maxSize: CACHED_WORDS, sizeCalculation: () => 1 });
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const forms = formsOf(word);
    known.set(word, forms);
    return forms;
  };
}
