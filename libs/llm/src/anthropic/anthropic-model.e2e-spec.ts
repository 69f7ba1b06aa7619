import { AppError } from '#kernel';

import { AnthropicServer, describeLanguageModelContract, type AnthropicAnswer } from '../../testing/index.js';
import type { CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import type { OutputSchema } from '../port/structured-request.js';
import { AnthropicModel } from './anthropic-model.js';

const CANARY = 'canary-that-must-stay-with-the-provider';
const NO_CREDIT: AnthropicAnswer = {
  kind: 'error',
  status: 400,
  type: 'invalid_request_error',
  message: `Your credit balance is too low to access the Anthropic API. ${CANARY}`,
};
const REQUEST: CompletionRequest = {
  purpose: 'chat',
  system: [
    { text: 'It is Monday.', stable: false },
    { text: 'You are Mia.', stable: true },
    { text: 'You like tea.', stable: true },
  ],
  messages: [{ role: 'user', content: 'Hello' }],
};
const TAGS: OutputSchema<string[]> = {
  name: 'tags',
  description: 'Tags of a chat.',
  jsonSchema: {
    type: 'object',
    properties: { tags: { type: 'array', items: { type: 'string' }, maxItems: 3 } },
    required: ['tags'],
    additionalProperties: false,
  },
  parse: (value) => {
    const { tags } = value as { tags?: unknown };
    if (!Array.isArray(tags)) throw new Error('tags takes a list of words.');
    return tags.map(String);
  },
};

let server: AnthropicServer;
beforeAll(async () => {
  server = await AnthropicServer.start();
});
beforeEach(() => server.reset());
afterAll(() => server.stop());

describeLanguageModelContract('anthropic', () => newModel());

describe('AnthropicModel', () => {
  it('sends our key, whatever the environment holds for the SDK', async () => {
    process.env.ANTHROPIC_AUTH_TOKEN = 'another-secret';
    process.env.ANTHROPIC_BASE_URL = 'http://127.0.0.1:9';
    try {
      await newModel().complete(REQUEST);
    } finally {
      delete process.env.ANTHROPIC_AUTH_TOKEN;
      delete process.env.ANTHROPIC_BASE_URL;
    }
    const headers = server.requests[0]?.headers ?? {};
    expect(headers.authorization).toBe(`Bearer ${AnthropicServer.KEY}`);
  });

  it('puts the stable sections first, and the cache mark on the last of them only', async () => {
    await newModel().complete({ ...REQUEST, locale: 'es' });
    expect(server.requests[0]?.body.system).toEqual([
      { type: 'text', text: 'You are Mia.' },
      { type: 'text', text: 'You like tea.', cache_control: { type: 'ephemeral' } },
      { type: 'text', text: 'It is Monday.' },
      { type: 'text', text: 'Answer in the language of the tag "es".' },
    ]);
  });

  it.each(['complete', 'stream'] as const)('counts what the cache wrote and read (%s)', async (way) => {
    const first = await answerOf(way, newModel());
    const second = await answerOf(way, newModel());
    expect(first.usage).toMatchObject({ cacheWriteTokens: 7, cacheReadTokens: 0 });
    expect(second.usage).toMatchObject({ cacheWriteTokens: 0, cacheReadTokens: 7 });
    expect(second.usage.outputTokens).toBeGreaterThan(1);
  });

  it('answers with the chat model for chat and the task model for the rest, each with its own word for not thinking', async () => {
    await newModel().complete(REQUEST);
    await newModel().complete({ ...REQUEST, purpose: 'summary', maxTokens: 42 });
    expect(server.requests.map(({ body }) => [body.model, body.max_tokens, body.thinking])).toEqual([
      ['claude-sonnet-5-5', 500, { type: 'between_tools' }],
      ['claude-haiku-5-5', 42, { type: 'disabled' }],
    ]);
  });

  it.each<[string, AnthropicAnswer, object]>([
    ['429', error(429, 'rate_limit_error', '7'), { code: 'llm.rate-limited', retryable: true, retryAfterSeconds: 7 }],
    ['529', error(529, 'overloaded_error'), { code: 'llm.overloaded', retryable: true }],
    ['500', error(500, 'api_error'), { code: 'llm.unavailable', retryable: true }],
    ['401', error(401, 'authentication_error'), { code: 'llm.unauthorized', retryable: false }],
    ['403', error(403, 'permission_error'), { code: 'llm.unauthorized', retryable: false }],
    ['402', error(402, 'billing_error'), { code: 'llm.unauthorized', retryable: false }],
    ['404', error(404, 'not_found_error'), { code: 'llm.unauthorized', retryable: false }],
    ['an empty account', NO_CREDIT, { code: 'llm.unauthorized', retryable: false }],
    ['400', error(400, 'invalid_request_error'), { code: 'llm.bad-request', retryable: false }],
    ['413', error(413, 'request_too_large'), { code: 'llm.bad-request', retryable: false }],
    ['504', error(504, 'timeout_error'), { code: 'llm.timeout', retryable: true }],
  ])("tells %s in our words, tries once, and leaves the provider's text behind", async (_, answer, expected) => {
    for (const way of ['complete', 'stream'] as const) {
      server.reset();
      server.answers(answer);
      const failure = await failureOf(answerOf(way, newModel()));
      expect(failure).toMatchObject(expected);
      expect(server.requests).toHaveLength(1);
      expect(everythingIn(failure)).not.toContain(CANARY);
    }
  });

  it('says which variable to look at when the key is wrong', async () => {
    const failure = await failureOf(newModel({ apiKey: 'wrong' }).complete(REQUEST));
    expect(failure.code).toBe('llm.unauthorized');
    expect(failure.message).toContain('ANTHROPIC_API_KEY');
    expect(everythingIn(failure)).not.toContain('wrong');
  });

  it('gives up waiting for an answer that does not begin', async () => {
    server.answers({ kind: 'hang' }, { kind: 'hang' });
    const model = newModel({ timeoutMs: 50 });
    expect((await failureOf(model.complete(REQUEST))).code).toBe('llm.timeout');
    expect((await failureOf(answerOf('stream', model))).code).toBe('llm.timeout');
  });

  it('tells that nothing listens there', async () => {
    const failure = await failureOf(newModel({ baseUrl: 'http://127.0.0.1:9' }).complete(REQUEST));
    expect(failure).toMatchObject({ code: 'llm.unavailable', retryable: true });
  });

  it.each([
    ['cut JSON', '{"id":"msg_1","content":[{"ty'],
    ['a page', '"<html>gateway</html>"'],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['another API', '{"content":"Hi","usage":{"input_tokens":1}}'],
  ])('takes %s for no answer', async (_, body) => {
    server.answers({ kind: 'body', body });
    expect((await failureOf(newModel().complete(REQUEST))).code).toBe('llm.unavailable');
  });

  it.each([
    ['before its first piece', 3, 0, false],
    ['in the middle', 5, 2, false],
    ['just before its end', 8, 3, false],
    ['as if that were all', 8, 3, true],
  ])('tells a stream that broke off %s, after what had come', async (_, afterEvents, pieces, gracefully) => {
    server.answers({ kind: 'cut', text: 'one two three', afterEvents, gracefully });
    const events: CompletionEvent[] = [];
    const failure = await failureOf(readInto(events, newModel().stream(REQUEST)));
    expect(failure).toMatchObject({ code: 'llm.interrupted', retryable: true });
    expect(events).toHaveLength(pieces);
  });

  it('tells an error inside of a stream by its type', async () => {
    server.answers({ kind: 'error-event', text: 'one two', type: 'overloaded_error' });
    expect((await failureOf(answerOf('stream', newModel()))).code).toBe('llm.overloaded');
    server.answers({ kind: 'error-event', text: 'one two', type: 'api_error' });
    expect((await failureOf(answerOf('stream', newModel()))).code).toBe('llm.interrupted');
  });

  it('hands each piece on as it comes', async () => {
    let goOn: () => void = () => undefined;
    const pause = new Promise<void>((resolve) => (goOn = resolve));
    server.answers({ kind: 'text', text: 'one two', pauseAfterFirst: pause });
    const events = newModel().stream(REQUEST)[Symbol.asyncIterator]();
    expect(await events.next()).toMatchObject({ value: { type: 'text', text: 'one ' } });
    goOn();
    expect(await events.next()).toMatchObject({ value: { type: 'text', text: 'two' } });
  });

  it.each([
    ['refusal', 'refusal'],
    ['max_tokens', 'max-tokens'],
    ['stop_sequence', 'stop'],
  ])('says that it ended by %s', async (stopReason, expected) => {
    for (const way of ['complete', 'stream'] as const) {
      server.answers({ kind: 'text', text: 'No.', stopReason });
      expect((await answerOf(way, newModel())).stopReason).toBe(expected);
    }
  });
});

describe('AnthropicModel.structured', () => {
  const request = { ...REQUEST, purpose: 'tagging' as const, schema: TAGS };

  it('uses the structured output of the API, its schema in the form that the API takes', async () => {
    await newModel().structured(request);
    expect(server.requests[0]?.body.output_config).toEqual({
      format: {
        type: 'json_schema',
        schema: {
          type: 'object',
          properties: { tags: { type: 'array', items: { type: 'string' }, description: '{maxItems: 3}' } },
          required: ['tags'],
          additionalProperties: false,
        },
      },
    });
  });

  it('repairs an invalid output once, with what was wrong, and counts both calls', async () => {
    server.answers(text('{"tags":"work"}'), text('{"tags":["work"]}'));
    const result = await newModel().structured(request);
    expect(result).toMatchObject({ value: ['work'], repaired: true });
    expect(result.usage.cacheReadTokens).toBeGreaterThan(0);
    expect(server.requests[1]?.body.messages.slice(1)).toEqual([
      { role: 'assistant', content: '{"tags":"work"}' },
      { role: 'user', content: expect.stringContaining('tags takes a list of words.') },
    ]);
  });

  it('gives up after one repair', async () => {
    server.answers(text('no JSON'), text('{"tags": nor this'), text('{"tags":[]}'));
    const failure = await failureOf(newModel().structured(request));
    expect(failure).toMatchObject({ code: 'llm.invalid-output', retryable: false });
    expect(server.requests).toHaveLength(2);
  });

  it('does not ask again after a refusal', async () => {
    server.answers({ kind: 'text', text: '', stopReason: 'refusal' });
    expect((await failureOf(newModel().structured(request))).code).toBe('llm.refused');
    expect(server.requests).toHaveLength(1);
  });
});

function newModel(options: Partial<ConstructorParameters<typeof AnthropicModel>[0]> = {}): AnthropicModel {
  return new AnthropicModel({
    apiKey: AnthropicServer.KEY,
    baseUrl: server.url,
    chatModel: 'claude-sonnet-5-5',
    taskModel: 'claude-haiku-5-5',
    timeoutMs: 10_000,
    maxTokens: 500,
    ...options,
  });
}

function error(status: number, type: string, retryAfter?: string): AnthropicAnswer {
  return { kind: 'error', status, type, message: CANARY, ...(retryAfter && { retryAfter }) };
}

function text(said: string): AnthropicAnswer {
  return { kind: 'text', text: said };
}

async function answerOf(way: 'complete' | 'stream', model: AnthropicModel) {
  if (way === 'complete') return model.complete(REQUEST);
  const events: CompletionEvent[] = [];
  await readInto(events, model.stream(REQUEST));
  const done = events.at(-1);
  if (done?.type !== 'done') throw new Error('The stream did not end with `done`.');
  return done.completion;
}

async function readInto(events: CompletionEvent[], stream: AsyncIterable<CompletionEvent>): Promise<void> {
  for await (const event of stream) events.push(event);
}

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const failure = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof AppError)) throw new Error('It did not fail with an AppError.', { cause: failure });
  return failure;
}

function everythingIn(failure: AppError): string {
  return `${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`;
}
