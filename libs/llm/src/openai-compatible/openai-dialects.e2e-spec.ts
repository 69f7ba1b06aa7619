import { OpenAiServer, type OpenAiAnswer, type OpenAiFlavour } from '../../testing/index.js';
import type { CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import type { OutputSchema } from '../port/structured-request.js';
import { OpenAiCompatibleModel } from './openai-compatible-model.js';

const REQUEST: CompletionRequest = {
  purpose: 'chat',
  system: [{ text: 'You are Mia, and you like tea.', stable: true }],
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

let server: OpenAiServer;
beforeAll(async () => {
  server = await OpenAiServer.start();
});
beforeEach(() => server.reset());
afterAll(() => server.stop());

describe('what a server does not know', () => {
  it.each<[OpenAiFlavour, string, object, object]>([
    ['gemini', 'learnlm', { frequency_penalty: 0.3 }, { temperature: 0.8, max_tokens: 500 }],
    ['openai', 'gpt-5', {}, { max_completion_tokens: 4_596, reasoning_effort: 'low' }],
  ])('is left out, asked again, and remembered (%s, %s)', async (flavour, chatModel, first, later) => {
    server.flavour = flavour;
    const model = newModel(chatModel);
    await model.complete(REQUEST);
    await streamed(model);
    expect(server.requests.map(({ body }) => body)).toEqual([
      expect.objectContaining(first),
      expect.objectContaining(later),
      expect.objectContaining({ ...later, stream: true }),
    ]);
    expect(server.requests.at(-1)?.body).not.toHaveProperty('frequency_penalty');
  });

  it('is learned once by many calls at the same time', async () => {
    server.flavour = 'gemini';
    const model = newModel('learnlm');
    await Promise.all(Array.from({ length: 5 }, () => model.complete(REQUEST)));
    expect(server.requests.length).toBeLessThanOrEqual(10);
    await model.complete(REQUEST);
    expect(server.requests.at(-1)?.body).not.toHaveProperty('presence_penalty');
  });

  it('is the usage of a stream, for some: it is estimated then', async () => {
    server.flavour = 'mistral';
    const { usage } = await streamed(newModel());
    expect(server.requests.map(({ body }) => body.stream_options)).toEqual([{ include_usage: true }, undefined]);
    expect(usage.inputTokens).toBeGreaterThan(8);
    expect(usage.outputTokens).toBeGreaterThan(8);
  });
});

describe('OpenAiCompatibleModel.structured', () => {
  const request = { ...REQUEST, purpose: 'tagging' as const, schema: TAGS };

  it('asks for the schema, in the form that strict outputs take', async () => {
    await newModel().structured(request);
    expect(server.requests[0]?.body.response_format).toEqual({
      type: 'json_schema',
      json_schema: {
        name: 'tags',
        description: 'Tags of a chat.',
        strict: true,
        schema: {
          type: 'object',
          properties: { tags: { type: 'array', items: { type: 'string' }, description: 'maxItems: 3' } },
          required: ['tags'],
          additionalProperties: false,
        },
      },
    });
  });

  it.each<[OpenAiFlavour, readonly (string | undefined)[]]>([
    ['groq', ['json_schema', 'json_object', 'json_object']],
    ['plain', ['json_schema', 'json_object', undefined, undefined]],
  ])('asks in simpler ways where a schema is not known, once (%s)', async (flavour, formats) => {
    server.flavour = flavour;
    const model = newModel();
    await expect(model.structured(request)).resolves.toMatchObject({ value: [], repaired: false });
    await expect(model.structured(request)).resolves.toMatchObject({ value: [], repaired: false });
    expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual(formats);
    expect(server.requests.at(-1)?.body.messages[0]?.content).toContain('"maxItems":3');
  });

  it('repairs an invalid output once, with what was wrong, and counts both calls', async () => {
    server.answers(text('{"tags":"work"}'), text('{"tags":["work"]}'));
    const result = await newModel().structured(request);
    expect(result).toMatchObject({ value: ['work'], repaired: true });
    expect(result.usage.cacheReadTokens).toBeGreaterThan(0);
    expect(server.requests[1]?.body.messages.slice(2)).toEqual([
      { role: 'assistant', content: '{"tags":"work"}' },
      { role: 'user', content: expect.stringContaining('tags takes a list of words.') as string },
    ]);
  });

  it('repairs what Groq found to be invalid by itself', async () => {
    const more = { failed_generation: '{"tags": work}' };
    server.answers({ kind: 'error', status: 400, code: 'json_validate_failed', more }, text('{"tags":["work"]}'));
    await expect(newModel().structured(request)).resolves.toMatchObject({ value: ['work'], repaired: true });
    expect(server.requests[1]?.body.messages[2]).toEqual({ role: 'assistant', content: '{"tags": work}' });
    expect(server.requests[1]?.body.response_format?.type).toBe('json_schema');
  });

  it('gives up after one repair', async () => {
    server.answers(text('no JSON'), text('{"tags": nor this'), text('{"tags":[]}'));
    await expect(newModel().structured(request)).rejects.toMatchObject({
      code: 'llm.invalid-output',
      retryable: false,
    });
    expect(server.requests).toHaveLength(2);
  });

  it('does not ask again after a refusal', async () => {
    server.answers({ kind: 'text', text: '', refusal: 'No.' });
    await expect(newModel().structured(request)).rejects.toMatchObject({ code: 'llm.refused' });
    expect(server.requests).toHaveLength(1);
  });
});

function newModel(chatModel = 'gpt-4o'): OpenAiCompatibleModel {
  return new OpenAiCompatibleModel({
    apiKey: OpenAiServer.KEY,
    baseUrl: server.url,
    chatModel,
    taskModel: 'gpt-4o-mini',
    timeoutMs: 10_000,
    maxTokens: 500,
    sampling: { temperature: 0.8, topP: 0.9, frequencyPenalty: 0.3, presencePenalty: 0.3 },
  });
}

function text(said: string): OpenAiAnswer {
  return { kind: 'text', text: said };
}

async function streamed(model: OpenAiCompatibleModel) {
  let last: CompletionEvent | undefined;
  for await (const event of model.stream(REQUEST)) last = event;
  if (last?.type !== 'done') throw new Error('The stream did not end with `done`.');
  return last.completion;
}
