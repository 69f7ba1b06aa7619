import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { LanguageModel, llmError } from '#llm';
import { AnthropicServer } from '#llm/testing';
import { AccountStatuses, HistoryWriter } from '#messaging';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

import { shownTexts } from '../../testing/tagging-model.js';
import { BatchLedger } from './batch-ledger.service.js';
import { BatchedRuns } from './batched-runs.service.js';
import type { MetadataReport } from './metadata-report.js';

describe('a run in batches, over the real SDK', () => {
  let server: AnthropicServer;
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    server = await AnthropicServer.start();
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    server.reset();
    database = await createTestDatabase();
    await start();
  });
  afterEach(async () => {
    await app.stop();
    await database.drop();
  });

  async function start(): Promise<void> {
    app = await TestApp.start({
      databaseUrl: database.url,
      env: { LLM_PROVIDER: 'anthropic', ANTHROPIC_API_KEY: AnthropicServer.KEY, ANTHROPIC_BASE_URL: server.url },
    });
    app.app.get(BatchedRuns, { strict: false }).pollMs = 1;
  }

  async function write(count: number, textOf = (index: number) => `text ${index}`): Promise<void> {
    const accountId = await app.app.get(AccountStatuses, { strict: false }).ensure('default', 'simulator');
    const history = app.app.get(HistoryWriter, { strict: false });
    const { chatId } = await history.openChat(accountId, { externalId: '34600@c.us', kind: 'direct' });
    const messages = Array.from({ length: count }, (_, index) => ({
      externalId: newId(),
      sender: { externalId: '34600@c.us' },
      fromMe: false,
      kind: 'text' as const,
      text: textOf(index),
      sentAt: new Date(2026, 0, 1, 12, 0, index),
    }));
    await history.write(chatId, messages);
  }

  /** Answers as a good model does, to as many questions as come. */
  function goodAnswers(questions: number): void {
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    const label = (value: string): object => ({ value, confidence: 0.9 });
    const text = JSON.stringify({
      messages: numbers.map((number) => ({
        number,
        sentiment: label('positive'),
        category: label('feedback'),
        tags: [],
      })),
    });
    server.answers(...Array.from({ length: questions }, () => ({ kind: 'text' as const, text })));
  }

  const run = (taskId: string, signal = new AbortController().signal): Promise<MetadataReport> =>
    app.app
      .get(BatchedRuns, { strict: false })
      .run(taskId, { startedAt: new Date() }, { signal, progress: () => Promise.resolve() });

  async function labelled(): Promise<number> {
    const [row] = await app.app
      .get(DataSource)
      .query<[{ count: number }]>(
        'SELECT count(DISTINCT message_id)::integer AS count FROM message_labels WHERE reason IS NULL',
      );
    return row.count;
  }

  it('hands everything over in one batch, a question for each dozen, and stores the answers', async () => {
    await write(100);
    server.batches.looksUntilEnd = 3;
    goodAnswers(9);
    expect(await run(newId())).toMatchObject({ labelled: 100, untagged: 0, waiting: 0, budget_reached: false });
    expect(server.batches.submitted.map((questions) => questions.length)).toEqual([9]);
    expect(shownTexts(server.batches.submitted[0]?.[0]?.params.messages[0]?.content ?? '').size).toBe(12);
    expect(server.requests).toHaveLength(0);
    expect(await labelled()).toBe(100);
  });

  it('asks at once about a few, and about what a batch left over', async () => {
    await write(70);
    goodAnswers(4);
    server.answers({ kind: 'hang' }, { kind: 'text', text: 'nonsense' });
    goodAnswers(3);
    expect(await run(newId())).toMatchObject({ labelled: 70 });
    expect(server.batches.submitted).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  it('fetches the answers after a restart, and hands nothing over twice', async () => {
    await write(100);
    const taskId = newId();
    server.batches.looksUntilEnd = 1_000_000;
    const controller = new AbortController();
    const cut = run(taskId, controller.signal);
    cut.catch(() => undefined);
    while (server.batches.submitted.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const ledger = app.app.get(BatchLedger, { strict: false });
    while (!(await ledger.open(taskId)).open?.batchId) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(cut).rejects.toThrow();
    await app.stop();
    await start();
    server.batches.looksUntilEnd = 1;
    goodAnswers(9);
    expect(await run(taskId)).toMatchObject({ labelled: 100 });
    expect(server.batches.submitted).toHaveLength(1);
    expect(await run(taskId)).toMatchObject({ labelled: 0 });
  });

  it.each([
    ['took it', true, 1],
    ['never got it', false, 1],
  ])('finds out whether the provider took a batch when we ended in the midst: it %s', async (_, took, batches) => {
    await write(100);
    const taskId = newId();
    const ledger = app.app.get(BatchLedger, { strict: false });
    if (took) {
      const taken = jest.spyOn(ledger, 'taken').mockRejectedValueOnce(new Error('the process ended'));
      await expect(run(taskId)).rejects.toThrow('the process ended');
      taken.mockRestore();
    } else {
      await ledger.note(taskId, 0, [[], [], [], [], [], [], [], [], []]);
    }
    goodAnswers(9);
    expect(await run(taskId)).toMatchObject({ labelled: 100 });
    expect(server.batches.submitted).toHaveLength(batches);
  });

  it('gives a batch up that the provider has forgotten, and asks again', async () => {
    await write(100);
    const taskId = newId();
    const ledger = app.app.get(BatchLedger, { strict: false });
    await ledger.note(taskId, 0, [[]]);
    await ledger.taken(taskId, 0, 'msgbatch_lost');
    goodAnswers(9);
    expect(await run(taskId)).toMatchObject({ labelled: 100 });
  });

  it('goes on after a batch that the provider never got, however often it is taken up', async () => {
    await write(100);
    const taskId = newId();
    const ledger = app.app.get(BatchLedger, { strict: false });
    for (const place of [0, 1]) await ledger.note(taskId, place, [[]]);
    await ledger.close(taskId, 1);
    for (const count of [100, 70]) {
      if (count === 70) await write(count);
      goodAnswers(9);
      expect(await run(taskId)).toMatchObject({ labelled: count });
    }
    expect(server.batches.submitted).toHaveLength(2);
  });

  const calls = async (): Promise<number> => {
    const [row] = await app.app.get(DataSource).query<{ calls: number }[]>('SELECT calls FROM metadata_calls');
    return row?.calls ?? 0;
  };

  it('takes no call for messages without a text', async () => {
    await write(100, () => '   ');
    await run(newId());
    expect(await calls()).toBe(0);
  });

  it('gives the calls of a batch back that the provider did not take', async () => {
    await write(100);
    const taskId = newId();
    const { batches } = app.app.get(LanguageModel, { strict: false });
    jest.spyOn(batches!, 'submit').mockRejectedValueOnce(llmError('llm.overloaded'));
    await expect(run(taskId)).rejects.toMatchObject({ code: 'llm.overloaded' });
    expect(await calls()).toBe(0);
    expect((await app.app.get(BatchLedger, { strict: false }).open(taskId)).open).toBeNull();
    jest.spyOn(batches!, 'submit').mockRejectedValueOnce(llmError('llm.timeout'));
    await expect(run(taskId)).rejects.toMatchObject({ code: 'llm.timeout' });
    expect(await calls()).toBe(9);
    goodAnswers(9);
    expect(await run(taskId)).toMatchObject({ labelled: 100 });
    expect(await calls()).toBe(9);
  });

  it('hands nothing over when there is no budget for it, and gives the calls back', async () => {
    await write(100);
    const taskId = newId();
    const model = app.app.get(LanguageModel, { strict: false });
    jest.spyOn(model.batches!, 'submit').mockRejectedValueOnce(llmError('llm.over-budget'));
    jest.spyOn(model, 'structured').mockRejectedValue(llmError('llm.over-budget'));
    expect(await run(taskId)).toMatchObject({ labelled: 0, waiting: 100, budget_reached: true });
    jest.restoreAllMocks();
    expect(await calls()).toBeLessThanOrEqual(3);
    goodAnswers(9);
    expect(await run(taskId)).toMatchObject({ labelled: 100, budget_reached: false });
  });

  it('has batches where the provider has them', () => {
    expect(app.app.get(LanguageModel, { strict: false }).batches).toBeDefined();
  });
});
