import { cleanText } from '#kernel';

import { MAX_ANSWER } from '../accept-answer.js';
import { beforeLastLetters } from '../recital.js';

/** The end of a sentence with what follows it, or of a line. A point within a number or an address ends nothing. */
const SENTENCE_END = /[.!?…]+["'”’)\]]*(?=\s)|[。！？]+|\n/g;

export interface StreamRules {
  /** Of what may be told. */
  passes(text: string): boolean;
  /** What is written is a recital of what must not be told. */
  recites(text: string): boolean;
}

/**
 * What of an answer may be told while it is still being written. Its last letters are held back: a recital of our instructions is known as
 * such before its first letter has left. Of the rest whole sentences leave, and only if everything up to there passes, and
 * everything that is known so far does, too. Once something does not, nothing more leaves. The judgement of the whole answer comes later, and is the
 * one that counts.
 */
export class PassingText {
  private written = '';
  private told = 0;
  private looked = 0;
  private tripped = false;

  constructor(private readonly rules: StreamRules) {}

  /** What has left so far. */
  get passed(): string {
    return this.readable().slice(0, this.told);
  }

  /** Takes what was written next; answers what may be told now, '' for nothing. */
  push(text: string): string {
    if (this.tripped || this.written.length > 2 * MAX_ANSWER) return '';
    this.written += text;
    const readable = this.readable();
    const end = sentenceEnd(readable, Math.min(beforeLastLetters(readable), MAX_ANSWER));
    if (end <= this.looked) return '';
    this.looked = end;
    // The word that is being written may become another one.
    const words = readable.slice(0, Math.max(end, lastSpace(readable)));
    if (this.rules.recites(readable) || !this.rules.passes(words) || !this.rules.passes(readable.slice(0, end))) {
      this.tripped = true;
      return '';
    }
    const piece = readable.slice(this.told, end);
    this.told = end;
    return piece;
  }

  /** As `acceptAnswer` will read it. Half a character at the end is among what is held back. */
  private readable(): string {
    return cleanText(this.written).trimStart();
  }
}

function sentenceEnd(text: string, before: number): number {
  let end = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const at = match.index + match[0].length;
    if (at > before) break;
    end = at;
  }
  return end;
}

function lastSpace(text: string): number {
  return Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
}
