import { AppError } from '#kernel';

import {
  describeLanguageModelContract,
  OpenAiServer,
  type OpenAiAnswer,
  type OpenAiFlavour,
} from '../../testing/index.js';
import type { CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { OpenAiCompatibleModel } from './openai-compatible-model.js';

const CANARY = 'canary-that-must-stay-with-the-provider';
const REQUEST: CompletionRequest = {
  purpose: 'chat',
  system: [
    { text: 'It is Monday.', stable: false },
    { text: 'You are Mia.', stable: true },
    { text: 'You like tea.', stable: true },
  ],
  messages: [{ role: 'user', content: 'Hello' }],
};
const SAMPLING = { temperature: 0.8, topP: 0.9, frequencyPenalty: 0.3, presencePenalty: 0.3 };

let server: OpenAiServer;
beforeAll(async () => {
  server = await OpenAiServer.start();
});
beforeEach(() => server.reset());
afterAll(() => server.stop());

describe.each<OpenAiFlavour>(['openai', 'groq', 'gemini', 'mistral', 'ollama', 'plain'])('at %s', (flavour) => {
  beforeEach(() => {
    server.flavour = flavour;
  });
  describeLanguageModelContract(`openai-compatible at ${flavour}`, () => newModel());
});

describe('OpenAiCompatibleModel', () => {
  it('sends our key and nothing of what the environment holds for the SDK', async () => {
    const environment = {
      OPENAI_API_KEY: 'another-secret',
      OPENAI_BASE_URL: 'http://127.0.0.1:9',
      OPENAI_ORG_ID: 'another-secret',
      OPENAI_PROJECT_ID: 'another-secret',
      OPENAI_CUSTOM_HEADERS: 'Authorization: another-secret',
    };
    Object.assign(process.env, environment);
    try {
      await newModel().complete(REQUEST);
    } finally {
      for (const name of Object.keys(environment)) delete process.env[name];
    }
    const { headers } = server.requests[0]!;
    expect(headers.authorization).toBe(`Bearer ${OpenAiServer.KEY}`);
    expect(JSON.stringify(headers)).not.toContain('another-secret');
  });

  it('sends no key to a server that takes none', async () => {
    server.flavour = 'ollama';
    await newModel({ apiKey: undefined }).complete(REQUEST);
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('puts the stable sections first, into one system message', async () => {
    await newModel().complete({ ...REQUEST, locale: 'es' });
    expect(server.requests[0]?.body.messages[0]).toEqual({
      role: 'system',
      content: 'You are Mia.\n\nYou like tea.\n\nIt is Monday.\n\nAnswer in the language of the tag "es".',
    });
  });

  it.each(['complete', 'stream'] as const)('counts what the cache read (%s)', async (way) => {
    const first = await answerOf(way, newModel());
    const second = await answerOf(way, newModel());
    expect(first.usage).toEqual({ inputTokens: 13, outputTokens: 10, cacheReadTokens: 0, cacheWriteTokens: 0 });
    expect(second.usage).toEqual({ inputTokens: 2, outputTokens: 10, cacheReadTokens: 11, cacheWriteTokens: 0 });
  });

  it('answers people with the chat model as the settings say, and does tasks with the task model, without chance', async () => {
    await newModel().complete(REQUEST);
    await newModel().complete({ ...REQUEST, temperature: 0.2, topP: 1, maxTokens: 42 });
    await newModel().complete({ ...REQUEST, purpose: 'summary' });
    const sent = server.requests.map(({ body }) => {
      const { messages, ...rest } = body;
      expect(messages).not.toEqual([]);
      return rest;
    });
    const penalties = { frequency_penalty: 0.3, presence_penalty: 0.3 };
    expect(sent).toEqual([
      { model: 'gpt-4o', max_tokens: 500, temperature: 0.8, top_p: 0.9, ...penalties },
      { model: 'gpt-4o', max_tokens: 42, temperature: 0.2, top_p: 1, ...penalties },
      { model: 'gpt-4o-mini', max_tokens: 500, temperature: 0 },
    ]);
  });

  it.each<[string, OpenAiAnswer, object]>([
    [
      '429',
      error(429, 'rate_limit_exceeded', '7'),
      { code: 'llm.rate-limited', retryable: true, retryAfterSeconds: 7 },
    ],
    ['no money left', error(429, 'insufficient_quota'), { code: 'llm.rate-limited', retryAfterSeconds: 600 }],
    ['503', error(503, 'overloaded', '3'), { code: 'llm.overloaded', retryable: true, retryAfterSeconds: 3 }],
    ['500', error(500), { code: 'llm.unavailable', retryable: true }],
    ['502', error(502), { code: 'llm.unavailable', retryable: true }],
    ['401', error(401, 'invalid_api_key'), { code: 'llm.unauthorized', retryable: false }],
    ['403', error(403), { code: 'llm.unauthorized', retryable: false }],
    ['400', error(400), { code: 'llm.bad-request', retryable: false }],
    ['402', error(402), { code: 'llm.unauthorized', retryable: false }],
    [
      'no such model',
      error(404, 'model_not_found'),
      { code: 'llm.unauthorized', details: { type: 'model_not_found' } },
    ],
    ['a model that was withdrawn', error(400, 'model_decommissioned'), { code: 'llm.unauthorized' }],
    ['408', error(408), { code: 'llm.timeout', retryable: true }],
    ['504', error(504), { code: 'llm.timeout', retryable: true }],
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
    expect(failure.message).toContain('LLM_API_KEY');
    expect(everythingIn(failure)).not.toContain('wrong');
  });

  it('gives up waiting for an answer that does not begin', async () => {
    server.answers({ kind: 'hang' }, { kind: 'hang' });
    const model = newModel({ timeoutMs: 50 });
    expect((await failureOf(model.complete(REQUEST))).code).toBe('llm.timeout');
    expect((await failureOf(answerOf('stream', model))).code).toBe('llm.timeout');
  });

  it('tells that nothing listens there', async () => {
    const failure = await failureOf(newModel({ baseUrl: 'http://127.0.0.1:9/v1' }).complete(REQUEST));
    expect(failure).toMatchObject({ code: 'llm.unavailable', retryable: true });
  });

  it.each([
    ['cut JSON', '{"id":"chatcmpl-1","choices":[{"me'],
    ['a page', '"<html>gateway</html>"'],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['no choice', '{"choices":[]}'],
    ['a choice without a message', '{"choices":[{}]}'],
  ])('takes %s for no answer', async (_, body) => {
    server.answers({ kind: 'body', body });
    expect((await failureOf(newModel().complete(REQUEST))).code).toBe('llm.unavailable');
  });

  it.each([
    ['before its first piece', 1, 0, false],
    ['in the middle', 3, 2, false],
    ['just before its end', 4, 3, false],
    ['as if that were all', 4, 3, true],
  ])('tells a stream that broke off %s, after what had come', async (_, afterEvents, pieces, gracefully) => {
    server.answers({ kind: 'cut', text: 'one two three', afterEvents, gracefully });
    const events: CompletionEvent[] = [];
    const failure = await failureOf(readInto(events, newModel().stream(REQUEST)));
    expect(failure).toMatchObject({ code: 'llm.interrupted', retryable: true });
    expect(events).toHaveLength(pieces);
  });

  it('takes a stream for whole that broke off after its answer', async () => {
    server.answers({ kind: 'cut', text: 'one two three', afterEvents: 5 });
    expect(await answerOf('stream', newModel())).toMatchObject({ text: 'one two three', stopReason: 'end' });
  });

  it('tells an error inside of a stream by its code', async () => {
    server.answers({ kind: 'error-event', text: 'one two', code: 'rate_limit_exceeded' });
    expect((await failureOf(answerOf('stream', newModel()))).code).toBe('llm.rate-limited');
    server.answers({ kind: 'error-event', text: 'one two', code: 'whatever' });
    expect((await failureOf(answerOf('stream', newModel()))).code).toBe('llm.interrupted');
  });

  it('hands nothing on that was read already when the question is taken back', async () => {
    server.answers({ kind: 'text', text: 'word '.repeat(500) });
    const controller = new AbortController();
    const events: CompletionEvent[] = [];
    const reading = async () => {
      for await (const event of newModel().stream({ ...REQUEST, signal: controller.signal })) {
        events.push(event);
        controller.abort();
      }
    };
    expect((await failureOf(reading())).code).toBe('llm.aborted');
    expect(events).toHaveLength(1);
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
    ['content_filter', 'refusal'],
    ['length', 'max-tokens'],
    ['stop', 'end'],
    ['eos', 'end'],
  ])('says that it ended by %s', async (finishReason, expected) => {
    for (const way of ['complete', 'stream'] as const) {
      server.answers({ kind: 'text', text: 'No.', finishReason });
      expect((await answerOf(way, newModel())).stopReason).toBe(expected);
    }
  });

  it.each(['complete', 'stream'] as const)(
    'sees a refusal, and does not take its words for an answer (%s)',
    async (way) => {
      server.answers({ kind: 'text', text: '', refusal: 'I cannot help with that.' });
      expect(await answerOf(way, newModel())).toMatchObject({ text: '', stopReason: 'refusal' });
    },
  );

  it.each(['complete', 'stream'] as const)('never passes on what a model thinks aloud (%s)', async (way) => {
    server.answers({ kind: 'text', text: '<think>The system prompt says I am Mia.</think>\n\nHello!' });
    expect(await answerOf(way, newModel())).toMatchObject({ text: 'Hello!' });
  });
});

function newModel(
  options: Partial<ConstructorParameters<typeof OpenAiCompatibleModel>[0]> = {},
): OpenAiCompatibleModel {
  return new OpenAiCompatibleModel({
    apiKey: OpenAiServer.KEY,
    baseUrl: server.url,
    chatModel: 'gpt-4o',
    taskModel: 'gpt-4o-mini',
    timeoutMs: 10_000,
    maxTokens: 500,
    sampling: SAMPLING,
    ...options,
  });
}

function error(status: number, code?: string, retryAfter?: string): OpenAiAnswer {
  return { kind: 'error', status, message: CANARY, ...(code && { code }), ...(retryAfter && { retryAfter }) };
}

async function answerOf(way: 'complete' | 'stream', model: OpenAiCompatibleModel) {
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
