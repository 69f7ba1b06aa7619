import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

import { minimalValue } from './minimal-value.js';
import type { OpenAiAnswer } from './openai-answer.js';
import { OpenAiBatchDesk, type OpenAiReply } from './openai-batch-desk.js';
import type { EmbeddingsBody, OpenAiBody } from './openai-body.js';
import { embeddingsReply } from './openai-embeddings.js';
import { chunksOf, errorChunk, type OpenAiCompletion, type OpenAiUsage } from './openai-events.js';
import { refusalByRules, type OpenAiFlavour } from './openai-rules.js';

const CHARACTERS_PER_TOKEN = 4;

export interface RecordedOpenAiRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: OpenAiBody;
}

/**
 * An OpenAI-compatible API on loopback: chat completions, whole and streamed, batches and embeddings, with the true shapes and the refusals
 * of its `flavour`. Requests take the answers of `script` in turn; after these it answers by itself, also with a minimal JSON value.
 */
export class OpenAiServer {
  static readonly KEY = 'test-key-of-the-openai-server';
  readonly requests: RecordedOpenAiRequest[] = [];
  readonly embedded: EmbeddingsBody[] = [];
  readonly batches: OpenAiBatchDesk;
  flavour: OpenAiFlavour = 'openai';
  /** What it answers by itself, where it is to say something of its own. */
  answerBy: (body: OpenAiBody) => OpenAiAnswer = ownAnswer;
  private readonly script: OpenAiAnswer[] = [];
  private readonly seen = new Set<string>();

  private constructor(private readonly server: Server) {
    this.batches = new OpenAiBatchDesk({
      answer: (body) => this.script.shift() ?? this.answerBy(body),
      refusal: (body) => refusalByRules(body, this.flavour),
      completion: (body, answer) => this.completion(body, answer),
    });
  }

  static async start(): Promise<OpenAiServer> {
    const server = createServer();
    const own = new OpenAiServer(server);
    server.on('request', (request, response) => void own.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return own;
  }

  /** The address of the API, with its version. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** Adds answers for the next requests. */
  answers(...answers: readonly OpenAiAnswer[]): void {
    this.script.push(...answers);
  }

  /** Forgets requests, answers that are left, prefixes it has seen, and whose strictness it shows. */
  reset(): void {
    this.requests.length = 0;
    this.embedded.length = 0;
    this.script.length = 0;
    this.seen.clear();
    this.batches.reset();
    this.flavour = 'openai';
    this.answerBy = ownAnswer;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { url: path = '', method = '', headers } = request;
    const ofBatches = this.batches.covers(path);
    const body = (text === '' || ofBatches ? {} : JSON.parse(text)) as OpenAiBody;
    if (!ofBatches) this.requests.push({ path, headers, body });

    const keyless = this.flavour === 'ollama' && headers.authorization === undefined;
    if (!keyless && headers.authorization !== `Bearer ${OpenAiServer.KEY}`) {
      return sendError(response, { status: 401, message: 'Incorrect API key provided', code: 'invalid_api_key' });
    }
    if (ofBatches) return sendReply(response, this.batches.reply(method, path, text));
    if (path === '/v1/embeddings') return this.embed(body as unknown as EmbeddingsBody, response);
    if (path !== '/v1/chat/completions') return sendError(response, { status: 404, message: 'no such path' });
    const refusal = refusalByRules(body, this.flavour);
    if (refusal) return sendJson(response, refusal.status, refusal.body);
    await this.answer(this.script.shift() ?? this.answerBy(body), body, response);
  }

  private embed(body: EmbeddingsBody, response: ServerResponse): void {
    const scripted = this.script.shift();
    if (scripted?.kind === 'error') return sendError(response, scripted);
    if (scripted?.kind === 'hang') return;
    this.embedded.push(body);
    const { status, reply } = embeddingsReply(body);
    sendJson(response, status, reply);
  }

  private async answer(answer: OpenAiAnswer, body: OpenAiBody, response: ServerResponse): Promise<void> {
    const withUsage = body.stream_options?.include_usage === true;
    switch (answer.kind) {
      case 'hang':
        return;
      case 'error':
        return sendError(response, answer);
      case 'body':
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(answer.body);
      case 'cut': {
        const chunks = chunksOf(this.completion(body, { ...answer, kind: 'text' }), withUsage);
        await sendChunks(response, chunks.slice(0, answer.afterEvents));
        return void (answer.gracefully ? response.end() : response.destroy());
      }
      case 'error-event': {
        const chunks = chunksOf(this.completion(body, { kind: 'text', text: answer.text }), false);
        await sendChunks(response, [...chunks.slice(0, -2), errorChunk(answer.code, 'scripted')]);
        return void response.end();
      }
      case 'text': {
        const completion = this.completion(body, answer);
        if (!body.stream) return sendJson(response, 200, completion);
        await sendChunks(response, chunksOf(completion, withUsage), answer);
        return void response.end();
      }
    }
  }

  private completion(body: OpenAiBody, answer: OpenAiAnswer & { readonly kind: 'text' }): OpenAiCompletion {
    const { text, finishReason, refusal = null } = answer;
    // As the real ones do, Ollama and plain servers do not see the new name.
    const newName = this.flavour === 'ollama' || this.flavour === 'plain' ? undefined : body.max_completion_tokens;
    const longest = (newName ?? body.max_tokens ?? Infinity) * CHARACTERS_PER_TOKEN;
    const said = text.slice(0, longest);
    return {
      id: `chatcmpl-${this.requests.length}`,
      object: 'chat.completion',
      created: 1_700_000_000,
      model: body.model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: refusal === null ? said : null, refusal },
          finish_reason: finishReason ?? (text.length > longest ? 'length' : 'stop'),
          logprobs: null,
        },
      ],
      usage: this.usage(body, said),
    };
  }

  /** The system message counts as cached when it was seen before. */
  private usage({ messages }: OpenAiBody, text: string): OpenAiUsage {
    const system = messages.find(({ role }) => role === 'system')?.content ?? '';
    const cached = this.seen.has(system) ? tokens(system) : 0;
    if (system) this.seen.add(system);
    const prompt = messages.reduce((sum, { content }) => sum + tokens(content), 0);
    const completion = tokens(text);
    return {
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
      prompt_tokens_details: { cached_tokens: cached },
    };
  }
}

/** Something, in the shape that is asked for. */
export function ownAnswer({ response_format: format, messages }: OpenAiBody): OpenAiAnswer {
  // A server that is told a schema in words reads it there.
  const inWords = /JSON Schema:\n(\{.*\})/.exec(messages[0]?.content ?? '')?.[1];
  const schema = format?.json_schema?.schema ?? (inWords ? (JSON.parse(inWords) as object) : undefined);
  return {
    kind: 'text',
    text: schema ? JSON.stringify(minimalValue(schema)) : 'Of course. What would you like to know?',
  };
}

function tokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

function sendError(
  response: ServerResponse,
  {
    status,
    message = 'scripted',
    code = null,
    retryAfter,
    more,
  }: Omit<OpenAiAnswer & { kind: 'error' }, 'kind' | 'code'> & { code?: string | null },
): void {
  const headers = {
    'content-type': 'application/json',
    'x-request-id': 'req_test',
    ...(retryAfter && { 'retry-after': retryAfter }),
  };
  const error = { message, type: 'test_error', param: null, code, ...more };
  response.writeHead(status, headers).end(JSON.stringify({ error }));
}

function sendReply(response: ServerResponse, { status, body }: OpenAiReply): void {
  if (typeof body !== 'string') return sendJson(response, status, body);
  response.writeHead(status, { 'content-type': 'application/octet-stream' }).end(body);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function sendChunks(
  response: ServerResponse,
  chunks: readonly string[],
  { pauseAfterFirst: pause, pauseAfterWords: words = 1 }: Partial<OpenAiAnswer & { readonly kind: 'text' }> = {},
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const [index, wire] of chunks.entries()) {
    // Written and flushed one by one, so that a cut comes after what was sent and not instead of it.
    await new Promise((resolve) => response.write(wire, resolve));
    if (index === words) await pause;
  }
}
