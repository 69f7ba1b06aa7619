import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

import type { AnthropicAnswer } from './anthropic-answer.js';
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

interface SystemBlock {
  readonly type: 'text';
  readonly text: string;
  readonly cache_control?: { readonly type: string };
}

/** A body of `POST /v1/messages`, as far as tests look at it. */
export interface AnthropicBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly stream?: boolean;
  readonly system?: readonly SystemBlock[];
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly thinking?: { readonly type: string };
  readonly output_config?: { readonly format?: { readonly type: string; readonly schema: object } };
}

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
  private readonly script: AnthropicAnswer[] = [];
  private readonly cached = new Set<string>();

  private constructor(private readonly server: Server) {}

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
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as AnthropicBody;
    this.requests.push({ headers: request.headers, body });

    if (request.url !== '/v1/messages') return sendError(response, 404, 'not_found_error', 'no such path');
    // Since API version 2026-10-21 the SDK sends the key as a bearer token; earlier ones used `x-api-key`.
    if (request.headers.authorization !== `Bearer ${AnthropicServer.KEY}`) {
      return sendError(response, 401, 'authentication_error', 'invalid API key');
    }
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
