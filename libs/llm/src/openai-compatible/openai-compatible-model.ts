import { APIError, type OpenAI } from 'openai';

import { llmError } from '../llm.errors.js';
import type { Completion, CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { LanguageModel } from '../port/language-model.port.js';
import type { OutputSchema, StructuredCompletion, StructuredRequest } from '../port/structured-request.js';
import { completeStructured } from '../structured/complete-structured.js';
import type { Dialect } from './dialect.js';
import { Dialects } from './dialects.js';
import { OpenAiBatches } from './openai-batches.js';
import { openAiClient, type OpenAiConnection } from './openai-client.js';
import { completionOf, failedGeneration, type PromptTurns } from './openai-completion.js';
import { openAiError } from './openai-error.js';
import { openAiRequest } from './openai-request.js';
import { samplingOf, type Sampling } from './sampling.js';
import { StreamedAnswer } from './streamed-answer.js';

type Body = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;

interface OpenStream {
  readonly messages: PromptTurns;
  readonly chunks: AsyncIterable<OpenAI.Chat.ChatCompletionChunk>;
}

export interface OpenAiCompatibleOptions extends OpenAiConnection {
  /** The model for `chat` and the one for every other purpose. */
  readonly chatModel: string;
  readonly taskModel: string;
  /** Longest answer when a request names none, in tokens. */
  readonly maxTokens: number;
  /** How people are answered when a request does not say. */
  readonly sampling: Sampling;
  /** Whether the server has batches (`/files`, `/batches`), and whether its files can be given a time to live. */
  readonly batches?: { readonly filesExpire: boolean };
}

/**
 * Any server that speaks OpenAI's chat completions: Groq, OpenAI, Gemini, Ollama, vLLM. It tries once: who calls it decides about
 * retries. Only a field that a server refuses is left out, and asked again; that is remembered for its model.
 */
export class OpenAiCompatibleModel extends LanguageModel {
  readonly name = 'openai-compatible';
  override readonly batches: OpenAiBatches | undefined;
  private readonly client: OpenAI;
  private readonly dialects: Dialects;

  constructor(private readonly options: OpenAiCompatibleOptions) {
    super();
    this.client = openAiClient(options);
    this.dialects = new Dialects(options.baseUrl);
    this.batches = options.batches && new OpenAiBatches(this.client, this.dialects, { ...options, ...options.batches });
  }

  override modelFor({ purpose, model }: Pick<CompletionRequest, 'purpose' | 'model'>): string {
    return model ?? (purpose === 'chat' ? this.options.chatModel : this.options.taskModel);
  }

  complete(request: CompletionRequest): Promise<Completion> {
    return this.ask(request);
  }

  structured<T>(request: StructuredRequest<T>): Promise<StructuredCompletion<T>> {
    const { schema, messages } = request;
    return completeStructured(schema, (repair) => this.ask({ ...request, messages: [...messages, ...repair] }, schema));
  }

  async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    const { signal } = request;
    const startedAt = performance.now();
    const answer = new StreamedAnswer(this.modelFor(request));
    let started = false;
    let messages: PromptTurns = [];
    try {
      const open = await this.openStream(request);
      ({ messages } = open);
      for await (const chunk of open.chunks) {
        // What the SDK has already read it still hands out after an abort.
        if (signal?.aborted) break;
        started = true;
        const text = answer.take(chunk);
        if (text) yield { type: 'text', text };
      }
    } catch (error) {
      // Only the usage was still to come: the answer is whole.
      if (!answer.isWhole) throw signal?.aborted ? llmError('llm.aborted') : openAiError(error, started);
    }
    // The SDK ends a stream without a word when it is aborted, and when the connection closes in the middle.
    if (signal?.aborted) throw llmError('llm.aborted');
    if (!answer.isWhole) throw llmError('llm.interrupted');
    const rest = answer.rest();
    if (rest) yield { type: 'text', text: rest };
    yield { type: 'done', completion: answer.completion(messages, since(startedAt)) };
  }

  private openStream(request: CompletionRequest): Promise<OpenStream> {
    const { signal } = request;
    return this.dialects.speak(
      this.modelFor(request),
      (dialect) => ({
        ...this.body(request, dialect),
        stream: true as const,
        ...(dialect.streamUsage && { stream_options: { include_usage: true } }),
      }),
      async (body) => {
        const chunks = await this.client.chat.completions.create(body, { signal });
        return { messages: body.messages, chunks };
      },
    );
  }

  private async ask(request: CompletionRequest, schema?: OutputSchema<unknown>): Promise<Completion> {
    const { signal } = request;
    const startedAt = performance.now();
    try {
      return await this.dialects.speak(
        this.modelFor(request),
        (dialect) => this.body(request, dialect, schema),
        async (body) => completionOf(await this.create(body, signal), body.messages, since(startedAt)),
      );
    } catch (error) {
      throw signal?.aborted ? llmError('llm.aborted') : openAiError(error, false);
    }
  }

  private async create(body: Body, signal?: AbortSignal): Promise<OpenAI.Chat.ChatCompletion> {
    try {
      return await this.client.chat.completions.create(body, { signal });
    } catch (error) {
      const failed = error instanceof APIError && failedGeneration(error.error, body.model);
      if (failed) return failed;
      throw error;
    }
  }

  private body(request: CompletionRequest, dialect: Dialect, schema?: OutputSchema<unknown>): Body {
    const { maxTokens, sampling } = this.options;
    const model = this.modelFor(request);
    return openAiRequest(request, { model, dialect, maxTokens, sampling: samplingOf(request, sampling), schema });
  }
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
