import { DataSource } from 'typeorm';

import { LlmBudgetConfig, readSection } from '#config';
import { newId } from '#kernel';
import { Metrics, silentLogger } from '#telemetry';
import { createTestDatabase, FakeClock, type TestDatabase } from '#testing';

import { ScriptedModel } from '../../testing/index.js';
import { Embedder } from '../embeddings/embedder.port.js';
import type { CompletionRequest, Purpose } from '../port/completion-request.js';
import type { LanguageModel } from '../port/language-model.port.js';
import { callPolicy } from '../resilient/call-policy.js';
import { ResilientModel } from '../resilient/resilient-model.js';
import { LocalDay } from '../usage/local-day.js';
import { ModelPrices } from '../usage/model-prices.js';
import { UsageAccounts } from '../usage/usage-accounts.service.js';
import { UsageLedger } from '../usage/usage-ledger.service.js';
import { BudgetAlarm } from './budget-alarm.service.js';
import { BudgetGuard } from './budget-guard.service.js';
import { BudgetedEmbedder } from './budgeted-embedder.js';
import { BudgetedModel } from './budgeted-model.js';
import { ContactCalls } from './contact-calls.service.js';
import { estimateCost } from './estimate-cost.js';
import { Spending } from './spending.service.js';

/** 1,000 tokens at 10 dollars a million. */
const CALL_USD = 0.01;
const PRICES = '{"scripted": [0, 10]}';

class NullEmbedder extends Embedder {
  readonly model = 'scripted';

  embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    return Promise.resolve(texts.map(() => new Float32Array()));
  }
}

/** What one process has, on the database of all. */
class Process {
  readonly clock = new FakeClock();
  readonly metrics = new Metrics();
  readonly ledger: UsageLedger;
  readonly model: LanguageModel;
  readonly alarm: BudgetAlarm;
  readonly provider: ScriptedModel;
  readonly embedder: BudgetedEmbedder;

  constructor(dataSource: DataSource, environment: Record<string, string>) {
    const config = readSection(LlmBudgetConfig, { LLM_PRICES: PRICES, LLM_CONTACT_DAILY_CALLS: '0', ...environment });
    const day = new LocalDay(this.clock, 'UTC');
    const prices = new ModelPrices(config);
    this.ledger = new UsageLedger(dataSource, silentLogger);
    const accounts = new UsageAccounts(this.metrics, prices, this.ledger, day, silentLogger);
    const spending = new Spending(dataSource, this.ledger, day, this.clock, accounts);
    this.alarm = new BudgetAlarm(config, spending, day, silentLogger, this.metrics);
    const guard = new BudgetGuard(config, spending, new ContactCalls(dataSource), this.alarm, day);
    const usage = { inputTokens: 0, outputTokens: 1_000, cacheReadTokens: 0, cacheWriteTokens: 0 };
    this.provider = new ScriptedModel([{ text: 'Hi', usage }]);
    const surroundings = { clock: this.clock, sleep: () => new Promise<void>(() => undefined), random: () => 0 };
    const resilient = new ResilientModel(this.provider, callPolicy(1_000), surroundings, accounts);
    const estimate = estimateCost(prices, { maxTokens: 1_000, modelFor: () => 'scripted' });
    this.model = new BudgetedModel(resilient, guard, estimate);
    this.embedder = new BudgetedEmbedder(new NullEmbedder(), guard, prices);
  }

  ask(purpose: Purpose = 'chat', contactId?: string): Promise<string> {
    const request: CompletionRequest = { purpose, contactId, system: [], messages: [{ role: 'user', content: 'Hi' }] };
    return this.model.complete(request).then(
      () => 'answered',
      (error: unknown) => (error as { code: string }).code,
    );
  }

  get asked(): number {
    return this.provider.requests.length;
  }
}

describe('the budgets of the model', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({
      type: 'postgres',
      url: database.url,
      poolSize: 8,
      installExtensions: false,
    }).initialize();
  });

  afterEach(async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.drop();
  });

  const newProcess = (environment: Record<string, string>) => new Process(dataSource, environment);
  const flood = (processes: readonly Process[], calls: number, contactId?: string) =>
    Promise.all(Array.from({ length: calls }, (_, call) => processes[call % processes.length]!.ask('chat', contactId)));
  const countOf = (outcomes: readonly string[], outcome: string) => outcomes.filter((one) => one === outcome).length;

  it('give a contact exactly its calls of the day, however many ask at once in however many processes', async () => {
    const processes = [1, 2, 3].map(() => newProcess({ LLM_CONTACT_DAILY_CALLS: '5' }));
    const [ana, eva] = [newId(), newId()];
    const outcomes = await flood(processes, 500, ana);
    expect(countOf(outcomes, 'answered')).toBe(5);
    expect(countOf(outcomes, 'llm.over-budget')).toBe(495);
    expect(processes.reduce((sum, { asked }) => sum + asked, 0)).toBe(5);
    expect(await processes[0]!.ask('chat', eva)).toBe('answered');
    expect(await processes[0]!.ask('chat')).toBe('answered');
    for (const { clock } of processes) clock.advance(86_400_000);
    expect(await processes[1]!.ask('chat', ana)).toBe('answered');
  });

  it('are not passed by the calls of one process by more than one call', async () => {
    const one = newProcess({ LLM_DAILY_BUDGET_USD: '0.1' });
    const outcomes = await flood([one], 500);
    expect(countOf(outcomes, 'answered')).toBeGreaterThanOrEqual(10);
    expect(countOf(outcomes, 'answered')).toBeLessThanOrEqual(11);
    expect(countOf(outcomes, 'answered') + countOf(outcomes, 'llm.over-budget')).toBe(500);
  });

  it('are not passed by several processes by more than one call of each, once they know of each other', async () => {
    const processes = [1, 2].map(() => newProcess({ LLM_DAILY_BUDGET_USD: '0.1' }));
    for (let call = 0; call < 20; call++) {
      await processes[call % 2]!.ask();
      // A second later, with what the other one has written meanwhile.
      for (const { ledger, clock } of processes) {
        await ledger.flush();
        clock.advance(1_000);
      }
    }
    expect(processes.reduce((sum, { asked }) => sum + asked, 0)).toBe(10);
    const flooded = await flood(processes, 500);
    expect(countOf(flooded, 'answered')).toBe(0);
  });

  it('are each passed by no more than two processes can spend in the second in which they do not know of each other', async () => {
    const processes = [1, 2].map(() => newProcess({ LLM_DAILY_BUDGET_USD: '0.1' }));
    const outcomes = await flood(processes, 500);
    expect(countOf(outcomes, 'answered')).toBeLessThanOrEqual(2 * 11);
    for (const { ledger, clock } of processes) {
      await ledger.flush();
      clock.advance(1_000);
    }
    expect(countOf(await flood(processes, 100), 'answered')).toBe(0);
  });

  it('hold for one contact, and let the others through', async () => {
    const one = newProcess({ LLM_CONTACT_DAILY_BUDGET_USD: '0.05' });
    const [ana, eva] = [newId(), newId()];
    expect(countOf(await flood([one], 100, ana), 'answered')).toBeLessThanOrEqual(6);
    expect(await one.ask('chat', ana)).toBe('llm.over-budget');
    expect(await one.ask('chat', eva)).toBe('answered');
  });

  it('keep the last fifth of the day for people', async () => {
    const one = newProcess({ LLM_DAILY_BUDGET_USD: '0.1' });
    for (let call = 0; call < 20; call++) await one.ask('summary');
    expect(one.asked).toBe(8);
    await expect(one.embedder.embed(['Hi'])).rejects.toMatchObject({ code: 'llm.over-budget' });
    expect(await one.embedder.embed([])).toEqual([]);
    expect(await one.alarm.report()).toMatchObject({ status: 'degraded', reason: expect.stringContaining('people') });
    expect(await one.ask('chat')).toBe('answered');
    expect(await one.ask('chat')).toBe('answered');
    expect(await one.ask('chat')).toBe('llm.over-budget');
    expect(await one.alarm.report()).toMatchObject({ status: 'degraded', reason: expect.stringContaining('used up') });
    expect(await one.metrics.text()).toContain('llm_budget_refusals_total{limit="day",purpose="chat"} 1');
    expect(await one.metrics.text()).toContain('llm_budget_spent_usd 0.1');
    one.clock.advance(86_400_000);
    expect(await one.ask('summary')).toBe('answered');
    expect(await one.embedder.embed(['Hi'])).toHaveLength(1);
    expect(await one.alarm.report()).toEqual({ status: 'up' });
  });

  it('know what was spent before the process began', async () => {
    const before = newProcess({});
    for (let call = 0; call < 10; call++) await before.ask();
    await before.ledger.onApplicationShutdown();
    expect(await newProcess({ LLM_DAILY_BUDGET_USD: '0.1' }).ask()).toBe('llm.over-budget');
  });

  it('are closed while the store is down, and open again with it', async () => {
    const ana = newId();
    const processes = ['LLM_DAILY_BUDGET_USD', 'LLM_CONTACT_DAILY_CALLS'].map((limit) => newProcess({ [limit]: '9' }));
    await dataSource.destroy();
    for (const one of processes) expect(await one.ask('chat', ana)).toBe('llm.budget-unknown');
    await dataSource.initialize();
    for (const one of processes) expect(await one.ask('chat', ana)).toBe('answered');
  });

  it('say until when they are used up, and give back what a call did not cost', async () => {
    const one = newProcess({ LLM_DAILY_BUDGET_USD: '0.02' });
    const noon = { retryable: false, retryAfterSeconds: 12 * 3_600, details: { limit: 'day' } };
    expect(CALL_USD * 2).toBe(0.02);
    await one.ask();
    await one.ask();
    const request: CompletionRequest = { purpose: 'chat', system: [], messages: [{ role: 'user', content: 'Hi' }] };
    await expect(one.model.complete(request)).rejects.toMatchObject(noon);
    await expect(one.model.stream(request)[Symbol.asyncIterator]().next()).rejects.toMatchObject(noon);
  });

  it('do not count a stream that was left as under way', async () => {
    const one = newProcess({ LLM_DAILY_BUDGET_USD: '0.02' });
    const request: CompletionRequest = { purpose: 'chat', system: [], messages: [{ role: 'user', content: 'Hi' }] };
    for (let reader = 0; reader < 5; reader++) {
      for await (const event of one.model.stream(request)) if (event.type === 'text') break;
    }
    expect(await one.ask()).toBe('answered');
  });
});
