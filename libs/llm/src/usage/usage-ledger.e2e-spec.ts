import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { silentLogger } from '#telemetry';
import { createTestDatabase, type TestDatabase } from '#testing';

import type { UsageRecord } from '../resilient/usage-observer.js';
import { UsageLedger } from './usage-ledger.service.js';
import { UsageReport, type UsageGroup } from './usage-report.service.js';
import { rowOf } from './usage-row.js';

const DAY = '2026-01-05';
const DAYS = { zone: 'UTC', from: DAY, to: DAY };
const ANA = newId();

function newRecord(overrides: Partial<UsageRecord> = {}): UsageRecord {
  return {
    provider: 'anthropic',
    model: 'm',
    purpose: 'chat',
    contactId: ANA,
    outcome: 'ok',
    durationMs: 1_500,
    usage: { inputTokens: 10, outputTokens: 5, cacheReadTokens: 3, cacheWriteTokens: 1 },
    ...overrides,
  };
}

describe('UsageLedger', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let report: UsageReport;

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await open();
    report = new UsageReport(dataSource);
  });

  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const open = () =>
    new DataSource({ type: 'postgres', url: database.url, poolSize: 4, installExtensions: false }).initialize();
  const totals = async () => (await report.read(DAYS, ['day'], DAY)).totals;
  const groups = async (by: UsageGroup[], days = DAYS) => (await report.read(days, by, DAY)).groups;
  const newLedger = (source = dataSource) => new UsageLedger(source, silentLogger);
  const add = (ledger: UsageLedger, overrides: Partial<UsageRecord> = {}, cost?: number) =>
    ledger.add(rowOf(newRecord(overrides), DAY, cost));

  it('adds up what several processes used, in one row a kind', async () => {
    const processes = [newLedger(), newLedger(), newLedger()];
    for (let call = 0; call < 300; call++) {
      const ledger = processes[call % 3]!;
      add(ledger, { purpose: call % 2 ? 'chat' : 'summary', durationMs: call * 10 }, 0.000_000_07);
      if (call % 10 === 0) await Promise.all(processes.map((one) => one.flush()));
    }
    await Promise.all(processes.map((one) => one.flush()));
    expect(await totals()).toMatchObject({
      calls: 300,
      failures: 0,
      unpriced_calls: 0,
      input_tokens: 3_000,
      output_tokens: 1_500,
      cache_read_tokens: 900,
      cache_write_tokens: 300,
      cost_usd: 0.000_021,
      latency_max_ms: 2_990,
      latency_sum_ms: 448_500,
      latency_buckets: [11, 15, 25, 50, 100, 99, 0, 0, 0, 0, 0, 0],
    });
    expect(await dataSource.query('SELECT purpose, calls FROM llm_usage ORDER BY 1')).toEqual([
      { purpose: 'chat', calls: 150 },
      { purpose: 'summary', calls: 150 },
    ]);
  });

  it('keeps days, purposes, models and contacts apart, and tells them by group', async () => {
    const ledger = newLedger();
    add(ledger, {}, 1);
    add(ledger, { contactId: undefined, purpose: 'tagging' }, 3);
    add(ledger, { outcome: 'llm.timeout', model: undefined, usage: undefined });
    add(ledger, { model: 'unheard-of' });
    ledger.add(rowOf(newRecord(), '2026-01-06', 0.5));
    await ledger.flush();
    const days = { ...DAYS, to: '2026-01-31' };
    expect(await groups(['day', 'purpose'], days)).toMatchObject([
      { day: DAY, purpose: 'tagging', calls: 1, cost_usd: 3 },
      { day: DAY, purpose: 'chat', calls: 3, failures: 1, cost_usd: 1, unpriced_calls: 1 },
      { day: '2026-01-06', purpose: 'chat', cost_usd: 0.5 },
    ]);
    expect(await groups(['contact'], days)).toMatchObject([
      { contact_id: null, cost_usd: 3 },
      { contact_id: ANA, cost_usd: 1.5, calls: 4 },
    ]);
    expect((await groups(['model'], days)).map(({ model }) => model)).toEqual(['m', 'none', 'unheard-of']);
  });

  it('tells of one moment: totals are the sum of their rows while others store', async () => {
    const ledger = newLedger();
    let storing = true;
    const others = (async () => {
      while (storing) {
        add(ledger, {}, 1);
        await ledger.flush();
      }
    })();
    for (let read = 0; read < 200; read++) {
      const { totals, groups, today } = await report.read(DAYS, ['day'], DAY);
      expect([groups[0]?.calls ?? 0, today.calls]).toEqual([totals.calls, totals.calls]);
    }
    storing = false;
    await others;
  });

  it('loses nothing while the store is down, and nothing of what comes meanwhile', async () => {
    const broken = await open();
    const ledger = newLedger(broken);
    add(ledger, {}, 1);
    await broken.destroy();
    await expect(ledger.flush()).rejects.toThrow();
    add(ledger, {}, 2);
    add(ledger, { purpose: 'summary' }, 4);
    await broken.initialize();
    await ledger.flush();
    await ledger.flush();
    expect(await totals()).toMatchObject({ calls: 3, cost_usd: 7 });
    await broken.destroy();
  });

  it('is not held up by what a provider or a caller says of itself', async () => {
    const ledger = newLedger();
    add(ledger, { model: 'a\u0000b\uD800', contactId: 'no id of ours', durationMs: Number.NaN }, Number.NaN);
    add(ledger, { model: 'x'.repeat(10_000), usage: { ...newRecord().usage!, inputTokens: -1, outputTokens: 1e300 } });
    await ledger.flush();
    expect(await totals()).toMatchObject({ calls: 2, input_tokens: 10, cost_usd: 0 });
    expect(await groups(['contact'])).toHaveLength(2);
  });

  it('keeps no more kinds than it has room for, and counts all the same', async () => {
    const ledger = newLedger();
    for (let contact = 0; contact < 6_000; contact++) add(ledger, { contactId: newId() }, 1);
    await ledger.flush();
    expect(await totals()).toMatchObject({ calls: 6_000, cost_usd: 6_000 });
    const [{ rows }] = await dataSource.query<[{ rows: number }]>('SELECT count(*)::integer AS rows FROM llm_usage');
    expect(rows).toBe(5_001);
  });

  it('writes by itself, and what is left at the end', async () => {
    const ledger = newLedger();
    add(ledger, {}, 1);
    await ledger.onApplicationShutdown();
    expect(await totals()).toMatchObject({ calls: 1 });
  });
});
