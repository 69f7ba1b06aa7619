import { AppError } from '#kernel';
import {
  LanguageModel,
  type Completion,
  type CompletionEvent,
  type CompletionRequest,
  type StructuredCompletion,
} from '#llm';

/** A model that writes word by word, and stops in the middle where a test wants it to. */
export class HeldStream extends LanguageModel {
  readonly name = 'held';
  /** The questions of chats, and no others. */
  readonly asked: CompletionRequest[] = [];
  /** What it writes, by how often it was asked before. */
  text: (asked: number) => string = () => 'An answer.';
  /** After how many words the nth answer stops until it is aborted; undefined: it does not. */
  holds: (asked: number) => number | undefined = () => undefined;

  complete(request: CompletionRequest): Promise<Completion> {
    return Promise.resolve(completionOf(this.next(request).text));
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    const { text, hold } = this.next(request);
    for (const [index, word] of (text.match(/\S+\s*/g) ?? []).entries()) {
      if (index === hold) await aborted(request.signal);
      yield { type: 'text', text: word };
    }
    yield { type: 'done', completion: completionOf(text) };
  }

  structured<T>(): Promise<StructuredCompletion<T>> {
    return Promise.reject(new AppError('llm.unsupported', 'not here'));
  }

  private next(request: CompletionRequest): { readonly text: string; readonly hold: number | undefined } {
    const before = this.asked.length;
    this.asked.push(request);
    return { text: this.text(before), hold: this.holds(before) };
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => {
      reject(new AppError('llm.aborted', 'aborted', { retryable: false }));
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
  });
}

function completionOf(text: string): Completion {
  const usage = { inputTokens: 10, outputTokens: 5, cacheReadTokens: 2, cacheWriteTokens: 1 };
  return { text, stopReason: 'end', model: 'held-1', usage, durationMs: 12 };
}
