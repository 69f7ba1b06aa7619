import { cleanText } from '#kernel';

import { llmError } from '../llm.errors.js';
import type { Completion } from '../port/completion.js';

/**
 * What a model wrote on its way to us, in pieces or whole: clean (no NUL, no lone surrogate), no longer than its limit, and not
 * empty unless it refused.
 */
export class OutputGate {
  private passed = '';
  private held = '';
  private cut = false;

  constructor(private readonly maxCharacters: number) {}

  get full(): boolean {
    return this.cut;
  }

  /** What has gone on so far. */
  get text(): string {
    return this.passed;
  }

  get started(): boolean {
    return this.passed !== '';
  }

  /** The part of a piece that goes on. Half of a surrogate pair waits for its other half. */
  push(piece: string): string {
    const text = this.held + piece;
    const whole = endsInHalfAPair(text) ? text.slice(0, -1) : text;
    this.held = text.slice(whole.length);
    return this.pass(whole);
  }

  /** The whole answer, after all its pieces. @throws AppError `llm.empty-output` */
  finish(completion: Completion): Completion {
    this.held = '';
    if (this.passed.trim() === '' && completion.stopReason !== 'refusal') throw llmError('llm.empty-output');
    return { ...completion, text: this.passed, stopReason: this.cut ? 'max-tokens' : completion.stopReason };
  }

  private pass(text: string): string {
    const clean = cleanText(text);
    const room = this.maxCharacters - this.passed.length;
    if (clean.length > room) this.cut = true;
    const fitting = clean.slice(0, room);
    const piece = endsInHalfAPair(fitting) ? fitting.slice(0, -1) : fitting;
    this.passed += piece;
    return piece;
  }
}

function endsInHalfAPair(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
