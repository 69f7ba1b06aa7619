import type { AnswerStream } from './answer-stream.js';
import { deltasOf, type ResponseChunk, type ResponseStatus } from './response-chunk.js';

/** More often than this nobody is told what has been written, in ms. */
const TICK_MS = 100;
/** Whoever is told that somebody writes takes it for over after some seconds. */
const TYPING_MS = 2_000;

/** Whose answer it is. */
export type ResponseHead = Pick<ResponseChunk, 'conversationId' | 'responseId' | 'characterId' | 'attempt'>;

/** Where it is told. */
export interface ResponseListener {
  chunk(chunk: ResponseChunk): void;
  typing(isTyping: boolean): void;
}

/** An answer that its person watches being written. */
export class PersonStream implements AnswerStream {
  private sequence = 0;
  private at = 0;
  private waiting = '';
  private tick: NodeJS.Timeout | undefined;
  private typing: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly head: ResponseHead,
    private readonly listener: ResponseListener,
  ) {}

  begin(): void {
    this.tell('started', '');
    this.listener.typing(true);
    this.typing = setInterval(() => {
      this.listener.typing(true);
    }, TYPING_MS).unref();
  }

  text(delta: string): void {
    if (this.ended || delta === '') return;
    this.waiting += delta;
    this.tick ??= setTimeout(() => {
      this.flush();
    }, TICK_MS).unref();
  }

  replaced(): void {
    this.waiting = '';
    this.end('replaced');
  }

  done(): void {
    this.flush();
    this.end('done');
  }

  cancelled(): void {
    this.waiting = '';
    this.end('cancelled');
  }

  private flush(): void {
    clearTimeout(this.tick);
    this.tick = undefined;
    const text = this.waiting;
    this.waiting = '';
    for (const delta of deltasOf(text)) this.tell('writing', delta);
  }

  /** Once: what was replaced is not done later. */
  private end(status: ResponseStatus): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.tick);
    clearInterval(this.typing);
    this.tell(status, '');
    this.listener.typing(false);
  }

  private tell(status: ResponseStatus, delta: string): void {
    this.listener.chunk({ ...this.head, sequence: this.sequence, status, delta, at: this.at });
    this.sequence += 1;
    this.at += delta.length;
  }
}
