import { OpenAiServer } from '../../testing/index.js';
import type { BatchedAnswer } from '../port/model-batches.js';
import type { StructuredRequest } from '../port/structured-request.js';
import { structuredValue } from '../structured/structured-value.js';
import type { OpenAiBatches } from './openai-batches.js';
import { OpenAiCompatibleModel } from './openai-compatible-model.js';

const NUMBER = {
  name: 'number',
  description: 'A number.',
  jsonSchema: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'], additionalProperties: false },
  parse: (value: unknown): number => {
    const { n } = value as { n: unknown };
    if (typeof n !== 'number') throw new Error('n takes a number.');
    return n;
  },
};

describe('batches of OpenAI and Groq', () => {
  let server: OpenAiServer;
  beforeAll(async () => {
    server = await OpenAiServer.start();
  });
  beforeEach(() => server.reset());
  afterAll(() => server.stop());

  it('hand questions over, wait for the end, and find each answer by its key', async () => {
    server.batches.looksUntilEnd = 2;
    server.answers({ kind: 'text', text: '{"n":2}' }, { kind: 'text', text: '{"n":1}' });
    const batches = batchesOf();
    const id = await batches.submit([
      { key: 'a-0', request: asking('one') },
      { key: 'a-1', request: asking('two') },
    ]);
    const [first] = server.batches.submitted[0] ?? [];
    expect(first?.body).toMatchObject({
      ...{ model: 'gpt-4o-mini', temperature: 0, max_tokens: 100 },
      response_format: { type: 'json_schema' },
    });
    expect(await batches.hasEnded(id)).toBe(false);
    expect(await batches.hasEnded(id)).toBe(true);
    const answers = await answersOf(batches, id);
    const values = ['a-0', 'a-1'].map((key) => {
      const answer = answers.get(key);
      return answer && 'completion' in answer ? structuredValue(NUMBER, answer.completion) : undefined;
    });
    expect(values).toEqual([1, 2]);
  });

  it('tell questions that ended without an answer', async () => {
    server.answers(
      { kind: 'hang' },
      { kind: 'error', status: 503 },
      { kind: 'error', status: 400, message: 'something else is wrong' },
      { kind: 'error', status: 400, code: 'json_validate_failed', more: { failed_generation: '{"n": one}' } },
      { kind: 'body', body: '{"not":"a completion"}' },
    );
    const batches = batchesOf();
    const id = await batches.submit(['e', 'd', 'c', 'b', 'a'].map((key) => ({ key, request: asking(key) })));
    await batches.hasEnded(id);
    const answers = await answersOf(batches, id);
    expect(answers.get('a')).toEqual({ key: 'a', code: 'llm.aborted' });
    expect(answers.get('b')).toEqual({ key: 'b', code: 'llm.unavailable' });
    expect(answers.get('c')).toEqual({ key: 'c', code: 'llm.bad-request' });
    expect(answers.get('d')).toMatchObject({ completion: { text: '{"n": one}' } });
    expect(answers.get('e')).toEqual({ key: 'e', code: 'llm.unavailable' });
  });

  it('learn once what the model does not know, and ask the next batch without it', async () => {
    server.flavour = 'groq';
    const batches = batchesOf();
    const questions = ['a', 'b', 'c'].map((key) => ({ key, request: asking(key) }));
    const refused = await batches.submit(questions);
    await batches.hasEnded(refused);
    expect([...(await answersOf(batches, refused)).values()]).toEqual(
      ['c', 'b', 'a'].map((key) => ({ key, code: 'llm.unavailable' })),
    );
    const taken = await batches.submit(questions);
    await batches.hasEnded(taken);
    expect(server.batches.submitted[1]?.[0]?.body.response_format).toEqual({ type: 'json_object' });
    expect([...(await answersOf(batches, taken)).values()].every((answer) => 'completion' in answer)).toBe(true);
  });

  it('are listed with their size, before the provider has counted them', async () => {
    const before = Date.now() - 1_000;
    const batches = batchesOf();
    const id = await batches.submit([{ key: 'a', request: asking('one') }]);
    const [latest] = await batches.latest();
    expect(latest).toMatchObject({ id, size: 1 });
    expect(latest?.submittedAt.getTime()).toBeGreaterThanOrEqual(before);
  });

  it.each([true, false])(
    'leave no file behind for longer than they need, where that can be said: %s',
    async (filesExpire) => {
      await batchesOf({ filesExpire }).submit([{ key: 'a', request: asking('one') }]);
      expect(server.batches.uploads[0]?.includes('expires_after')).toBe(filesExpire);
      expect('output_expires_after' in (server.batches.created[0] ?? {})).toBe(filesExpire);
    },
  );

  it('say what is wrong in our words', async () => {
    const batches = batchesOf({ apiKey: 'wrong' });
    const unauthorized = { code: 'llm.unauthorized' };
    await expect(batches.submit([{ key: 'a', request: asking('one') }])).rejects.toMatchObject(unauthorized);
    await expect(batches.hasEnded('batch_9')).rejects.toMatchObject(unauthorized);
    await expect(answersOf(batches, 'batch_9')).rejects.toMatchObject(unauthorized);
    await expect(batchesOf().hasEnded('batch_9')).rejects.toMatchObject({ code: 'llm.bad-request' });
    await expect(batchesOf().latest(AbortSignal.abort())).rejects.toMatchObject({ code: 'llm.aborted' });
    expect(server.batches.submitted).toEqual([]);
  });

  function batchesOf({ apiKey = OpenAiServer.KEY, filesExpire = true } = {}): OpenAiBatches {
    const { batches } = new OpenAiCompatibleModel({
      apiKey,
      baseUrl: server.url,
      chatModel: 'gpt-4o',
      taskModel: 'gpt-4o-mini',
      timeoutMs: 5_000,
      maxTokens: 100,
      sampling: {},
      batches: { filesExpire },
    });
    if (!batches) throw new Error('The model has no batches.');
    return batches;
  }
});

async function answersOf(batches: OpenAiBatches, id: string): Promise<Map<string, BatchedAnswer>> {
  const answers = new Map<string, BatchedAnswer>();
  for await (const answer of batches.answers(id)) answers.set(answer.key, answer);
  return answers;
}

function asking(content: string): StructuredRequest<unknown> {
  return { purpose: 'tagging', system: [], messages: [{ role: 'user', content }], schema: NUMBER };
}
