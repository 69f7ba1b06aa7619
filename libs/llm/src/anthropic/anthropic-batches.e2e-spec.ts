import { AnthropicServer } from '../../testing/index.js';
import type { BatchedAnswer } from '../port/model-batches.js';
import type { StructuredRequest } from '../port/structured-request.js';
import { structuredValue } from '../structured/structured-value.js';
import { AnthropicModel } from './anthropic-model.js';

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

describe('batches of Anthropic', () => {
  let server: AnthropicServer;
  const model = (apiKey = AnthropicServer.KEY): AnthropicModel =>
    new AnthropicModel({
      apiKey,
      baseUrl: server.url,
      chatModel: 'claude-sonnet-5-5',
      taskModel: 'claude-haiku-5-5',
      timeoutMs: 5_000,
      maxTokens: 100,
    });

  beforeAll(async () => {
    server = await AnthropicServer.start();
  });
  afterEach(() => {
    server.reset();
  });
  afterAll(() => server.stop());

  async function answersOf(id: string): Promise<Map<string, BatchedAnswer>> {
    const answers = new Map<string, BatchedAnswer>();
    for await (const answer of model().batches.answers(id)) answers.set(answer.key, answer);
    return answers;
  }

  it('hands questions over, waits for the end, and finds each answer by its key', async () => {
    server.batches.looksUntilEnd = 2;
    const id = await model().batches.submit([
      { key: 'a-0', request: asking('one') },
      { key: 'a-1', request: asking('two') },
    ]);
    expect(server.batches.submitted[0]?.map(({ params }) => params.model)).toEqual([
      'claude-haiku-5-5',
      'claude-haiku-5-5',
    ]);
    expect(await model().batches.hasEnded(id)).toBe(false);
    expect(await model().batches.hasEnded(id)).toBe(true);
    server.answers({ kind: 'text', text: '{"n":2}' }, { kind: 'text', text: '{"n":1}' });
    const answers = await answersOf(id);
    const values = ['a-0', 'a-1'].map((key) => {
      const answer = answers.get(key);
      return answer && 'completion' in answer ? structuredValue(NUMBER, answer.completion) : undefined;
    });
    expect(values).toEqual([1, 2]);
  });

  it('tells questions that ended without an answer', async () => {
    const questions = ['a', 'b', 'c'].map((key) => ({ key, request: asking(key) }));
    const id = await model().batches.submit(questions);
    await model().batches.hasEnded(id);
    server.answers(
      { kind: 'hang' },
      { kind: 'error', status: 529, type: 'overloaded_error' },
      { kind: 'error', status: 400, type: 'invalid_request_error' },
    );
    const answers = await answersOf(id);
    expect(['c', 'b', 'a'].map((key) => answers.get(key))).toEqual([
      { key: 'c', code: 'llm.aborted' },
      { key: 'b', code: 'llm.unavailable' },
      { key: 'a', code: 'llm.bad-request' },
    ]);
  });

  it('lists the latest', async () => {
    const before = Date.now();
    const id = await model().batches.submit([{ key: 'a', request: asking('one') }]);
    const [latest] = await model().batches.latest();
    expect(latest).toMatchObject({ id, size: 1 });
    expect(latest?.submittedAt.getTime()).toBeGreaterThanOrEqual(before);
  });

  it('says what is wrong in our words', async () => {
    const { batches } = model('wrong');
    await expect(batches.submit([{ key: 'a', request: asking('one') }])).rejects.toMatchObject({
      code: 'llm.unauthorized',
    });
    await expect(batches.hasEnded('msgbatch_9')).rejects.toMatchObject({ code: 'llm.unauthorized' });
    await expect(answersOf('msgbatch_9')).rejects.toMatchObject({ code: 'llm.bad-request' });
    await expect(model().batches.latest(AbortSignal.abort())).rejects.toMatchObject({ code: 'llm.aborted' });
    expect(server.batches.submitted).toEqual([]);
  });

  it.each([
    ['cut', { text: '{"n":1}', stopReason: 'max-tokens' as const }, 'llm.invalid-output'],
    ['refused', { text: '', stopReason: 'refusal' as const }, 'llm.refused'],
    ['no JSON', { text: 'one', stopReason: 'end' as const }, 'llm.invalid-output'],
    ['another shape', { text: '{"m":1}', stopReason: 'end' as const }, 'llm.invalid-output'],
  ])('does not take an answer that is %s', (_, said, code) => {
    const usage = { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 };
    expect(() => structuredValue(NUMBER, { ...said, model: 'm', usage, durationMs: 0 })).toThrow(
      expect.objectContaining({ code }) as Error,
    );
  });
});

function asking(content: string): StructuredRequest<unknown> {
  return { purpose: 'tagging', system: [], messages: [{ role: 'user', content }], schema: NUMBER };
}
