import { Anthropic } from '@anthropic-ai/sdk';

import { llmError } from '../llm.errors.js';
import type { Completion, CompletionEvent, StopReason, Usage } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { LanguageModel } from '../port/language-model.port.js';
import type { StructuredCompletion, StructuredRequest } from '../port/structured-request.js';
import { completeStructured } from '../structured/complete-structured.js';
import { AnthropicBatches } from './anthropic-batches.js';
import { completionOf, stopReasonOf, usageOf } from './anthropic-completion.js';
import { anthropicError } from './anthropic-error.js';
import { anthropicRequest } from './anthropic-request.js';

const OFFICIAL_API = 'https://api.anthropic.com';

export interface AnthropicOptions {
  readonly apiKey: string;
  /** Another address of the API. None: Anthropic's own. */
  readonly baseUrl?: string;
  /** The model for `chat` and the one for every other purpose. */
  readonly chatModel: string;
  readonly taskModel: string;
  /** Longest wait for the answer to begin, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest answer when a request names none, in tokens. */
  readonly maxTokens: number;
}

/** Claude through Anthropic's own SDK. It tries once: who calls it decides about retries. */
export class AnthropicModel extends LanguageModel {
  readonly name = 'anthropic';
  override readonly batches: AnthropicBatches;
  private readonly client: Anthropic;

  constructor(private readonly options: AnthropicOptions) {
    super();
    // Key, address and log would otherwise come from the environment; the log quotes bodies, so it is off.
    this.client = new Anthropic({
      apiKey: options.apiKey,
      baseURL: options.baseUrl ?? OFFICIAL_API,
      timeout: options.timeoutMs,
      maxRetries: 0,
      logLevel: 'off',
      openTelemetry: false,
    });
    this.batches = new AnthropicBatches(this.client, options);
  }

  override modelFor({ purpose, model }: Pick<CompletionRequest, 'purpose' | 'model'>): string {
    return model ?? (purpose === 'chat' ? this.options.chatModel : this.options.taskModel);
  }

  complete(request: CompletionRequest): Promise<Completion> {
    return this.ask(request);
  }

  structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>> {
    const { schema, messages } = request;
    return completeStructured(schema, (repair) =>
      this.ask({ ...request, messages: [...messages, ...repair] }, schema.jsonSchema),
    );
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    const startedAt = performance.now();
    let started = false;
    let text = '';
    let model = '';
    let stopReason: StopReason = 'end';
    let usage: Usage = usageOf({});
    try {
      const body = { ...anthropicRequest(request, this.requestOptions(request)), stream: true as const };
      for await (const event of await this.client.messages.create(body, { signal: request.signal })) {
        // What the SDK has already read it still hands out after an abort.
        if (request.signal?.aborted) throw llmError('llm.aborted');
        switch (event.type) {
          case 'message_start':
            started = true;
            model = event.message.model;
            usage = usageOf(event.message.usage);
            break;
          case 'content_block_delta':
            if (event.delta.type !== 'text_delta') break;
            text += event.delta.text;
            yield { type: 'text', text: event.delta.text };
            break;
          case 'message_delta':
            stopReason = stopReasonOf(event.delta.stop_reason);
            usage = usageOf(event.usage, usage);
            break;
          case 'message_stop':
            yield { type: 'done', completion: { text, stopReason, model, usage, durationMs: since(startedAt) } };
            return;
          case 'content_block_start':
          case 'content_block_stop':
            break;
        }
      }
    } catch (error) {
      throw anthropicError(error, started);
    }
    // The SDK ends a stream without a word when it is aborted, and when the connection closes in the middle.
    throw llmError(request.signal?.aborted ? 'llm.aborted' : 'llm.interrupted');
  }

  private async ask(request: CompletionRequest, jsonSchema?: Readonly<Record<string, unknown>>): Promise<Completion> {
    const startedAt = performance.now();
    try {
      const body = anthropicRequest(request, { ...this.requestOptions(request), jsonSchema });
      const message = await this.client.messages.create(body, { signal: request.signal });
      return completionOf(message, since(startedAt));
    } catch (error) {
      throw request.signal?.aborted ? llmError('llm.aborted') : anthropicError(error, false);
    }
  }

  private requestOptions(request: CompletionRequest): { model: string; maxTokens: number } {
    return { model: this.modelFor(request), maxTokens: this.options.maxTokens };
  }
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
