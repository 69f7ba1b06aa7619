import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

import type { AnthropicAnswer } from './anthropic-answer.js';
import { AnthropicBatchDesk, type BatchReply } from './anthropic-batch-desk.js';
import type { AnthropicBody } from './anthropic-body.js';
import {
  errorEvent,
  eventsOf,
  type AnthropicEvent,
  type AnthropicMessage,
  type AnthropicUsage,
} from './anthropic-events.js';
import { refusalOf } from './anthropic-rules.js';
import { minimalValue } from './minimal-value.js';

const CHARACTERS_PER_TOKEN = 4;

export interface RecordedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: AnthropicBody;
}

/**
 * The Messages API of Anthropic on loopback: the true shapes, event order, error bodies and refusals, cache counts by prefix.
 * Requests take the answers of `script` in turn; after these it answers by itself, also with a minimal value for a schema.
 */
export class AnthropicServer {
  static readonly KEY = 'test-key-of-the-loopback-server';
  readonly requests: RecordedRequest[] = [];
  readonly batches: AnthropicBatchDesk;
  private readonly script: AnthropicAnswer[] = [];
  private readonly cached = new Set<string>();

  private constructor(private readonly server: Server) {
    this.batches = new AnthropicBatchDesk({
      url: () => this.url,
      answer: (body) => this.script.shift() ?? ownAnswer(body),
      message: (body, text, stopReason) => this.message(body, text, stopReason),
    });
  }

  static async start(): Promise<AnthropicServer> {
    const server = createServer();
    const own = new AnthropicServer(server);
    server.on('request', (request, response) => void own.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return own;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Adds answers for the next requests. */
  answers(...answers: readonly AnthropicAnswer[]): void {
    this.script.push(...answers);
  }

  /** Forgets requests, answers that are left, and the cache. */
  reset(): void {
    this.requests.length = 0;
    this.script.length = 0;
    this.cached.clear();
    this.batches.reset();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = (text === '' ? {} : JSON.parse(text)) as AnthropicBody;
    const { method = '', url = '' } = request;
    const ofBatches = this.batches.covers(url);
    if (!ofBatches) this.requests.push({ headers: request.headers, body });

    if (!ofBatches && url !== '/v1/messages') return sendError(response, 404, 'not_found_error', 'no such path');
    // Since API version 2026-10-21 the SDK sends the key as a bearer token; earlier ones used `x-api-key`.
    if (request.headers.authorization !== `Bearer ${AnthropicServer.KEY}`) {
      return sendError(response, 401, 'authentication_error', 'invalid API key');
    }
    if (ofBatches) return sendReply(response, this.batches.reply(method, url, body));
    const refusal = refusalOf(body);
    if (refusal) return sendError(response, 400, 'invalid_request_error', refusal);
    await this.answer(this.script.shift() ?? ownAnswer(body), body, response);
  }

  private async answer(answer: AnthropicAnswer, body: AnthropicBody, response: ServerResponse): Promise<void> {
    switch (answer.kind) {
      case 'hang':
        return;
      case 'error':
        return sendError(response, answer.status, answer.type, answer.message ?? 'scripted', answer.retryAfter);
      case 'body':
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(answer.body);
      case 'cut': {
        const events = eventsOf(this.message(body, answer.text)).slice(0, answer.afterEvents);
        await sendEvents(response, events);
        return void (answer.gracefully ? response.end() : response.destroy());
      }
      case 'error-event': {
        const events = eventsOf(this.message(body, answer.text)).filter(({ type }) => !type.startsWith('message_d'));
        await sendEvents(response, [...events.slice(0, -1), errorEvent(answer.type, 'scripted')]);
        return void response.end();
      }
      case 'text': {
        const message = this.message(body, answer.text, answer.stopReason);
        if (!body.stream) {
          return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(message));
        }
        await sendEvents(response, eventsOf(message), answer.pauseAfterFirst);
        return void response.end();
      }
    }
  }

  private message(body: AnthropicBody, text: string, stopReason?: string): AnthropicMessage {
    const longest = body.max_tokens * CHARACTERS_PER_TOKEN;
    return {
      id: `msg_${this.requests.length}`,
      type: 'message',
      role: 'assistant',
      model: body.model,
      content: [{ type: 'text', text: text.slice(0, longest) }],
      stop_reason: stopReason ?? (text.length > longest ? 'max_tokens' : 'end_turn'),
      stop_sequence: null,
      usage: this.usage(body, text),
    };
  }

  private usage({ system = [], messages }: AnthropicBody, text: string): AnthropicUsage {
    const marked = system.findLastIndex((block) => block.cache_control);
    const prefix = system
      .slice(0, marked + 1)
      .map((block) => block.text)
      .join('\n');
    const rest = [
      ...system.slice(marked + 1).map((block) => block.text),
      ...messages.map(({ content }) => content),
    ].join('');
    const known = this.cached.has(prefix);
    if (prefix) this.cached.add(prefix);
    return {
      input_tokens: tokens(rest),
      output_tokens: tokens(text),
      cache_creation_input_tokens: known ? 0 : tokens(prefix),
      cache_read_input_tokens: known ? tokens(prefix) : 0,
    };
  }
}

function ownAnswer(body: AnthropicBody): AnthropicAnswer {
  const schema = body.output_config?.format?.schema;
  return {
    kind: 'text',
    text: schema ? JSON.stringify(minimalValue(schema)) : 'Of course. What would you like to know?',
  };
}

function tokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

function sendError(response: ServerResponse, status: number, type: string, message: string, retryAfter?: string): void {
  const headers = {
    'content-type': 'application/json',
    'request-id': 'req_test',
    ...(retryAfter && { 'retry-after': retryAfter }),
  };
  response
    .writeHead(status, headers)
    .end(JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_test' }));
}

async function sendEvents(
  response: ServerResponse,
  events: readonly AnthropicEvent[],
  pause?: Promise<void>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  let paused = pause === undefined;
  for (const { type, wire } of events) {
    // Written and flushed one by one, so that a cut comes after what was sent and not instead of it.
    await new Promise((resolve) => response.write(wire, resolve));
    if (!paused && type === 'content_block_delta') {
      paused = true;
      await pause;
    }
  }
}

function sendReply(response: ServerResponse, { status, body }: BatchReply): void {
  const lines = typeof body === 'string';
  response
    .writeHead(status, { 'content-type': lines ? 'application/x-jsonl' : 'application/json' })
    .end(lines ? body : JSON.stringify(body));
}
