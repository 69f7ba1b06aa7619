import type { Completion, CompletionEvent } from '../src/port/completion.js';
import type { CompletionRequest } from '../src/port/completion-request.js';
import { LanguageModel } from '../src/port/language-model.port.js';
import type { StructuredCompletion, StructuredRequest } from '../src/port/structured-request.js';

/** What a scripted model does next: says a text, gives a value (structured), or throws an error. */
export type ScriptedAnswer = string | Error | { readonly value: unknown } | Partial<Completion>;

/**
 * A model for tests: answers from a list, one an each call (the last one again when it is used up), or from a function.
 * Every request is kept in `requests`.
 */
export class ScriptedModel extends LanguageModel {
  readonly name = 'scripted';
  readonly requests: CompletionRequest[] = [];

  constructor(private readonly script: readonly ScriptedAnswer[] | ((request: CompletionRequest) => ScriptedAnswer)) {
    super();
  }

  complete(request: CompletionRequest): Promise<Completion> {
    return Promise.resolve().then(() => completion(this.next(request)));
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    const whole = await this.complete(request);
    for (const text of whole.text.match(/\S+\s*|\s+/g) ?? []) yield { type: 'text', text };
    yield { type: 'done', completion: whole };
  }

  structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>> {
    return Promise.resolve().then(() => {
      const answer = this.next(request);
      const { text, model, usage, durationMs } = completion(answer);
      const value: unknown = typeof answer === 'object' && 'value' in answer ? answer.value : JSON.parse(text);
      return { value: request.schema.parse(value), model, usage, durationMs, repaired: false };
    });
  }

  private next(request: CompletionRequest): ScriptedAnswer {
    this.requests.push(request);
    if (typeof this.script === 'function') return this.script(request);
    const answer = this.script[Math.min(this.requests.length, this.script.length) - 1];
    if (answer === undefined) throw new Error('ScriptedModel was asked, but its list of answers is empty.');
    return answer;
  }
}

function completion(answer: ScriptedAnswer): Completion {
  if (answer instanceof Error) throw answer;
  const given: Partial<Completion> = typeof answer === 'string' ? { text: answer } : 'value' in answer ? {} : answer;
  return {
    text: '',
    stopReason: 'end',
    model: 'scripted',
    usage: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0 },
    durationMs: 1,
    ...given,
  };
}
