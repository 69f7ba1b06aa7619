import type { DataSource } from 'typeorm';

import { ArchiveConfig, CleanupConfig, readSection } from '#config';
import type { TableVacuum } from '#database';
import { AppError } from '#kernel';
import { silentLogger } from '#telemetry';

import { CleanupSettings } from './cleanup-settings.service.js';
import type { CleanupOrder, CleanupStep } from './cleanup-step.js';
import { CleanupService, type CleanupRun } from './cleanup.service.js';

const MEGABYTE = 1_048_576;

function newCleanup(steps: readonly CleanupStep[], sizes = [10 * MEGABYTE, 8 * MEGABYTE]) {
  const bytes = sizes.values();
  const dataSource = { query: () => Promise.resolve([{ bytes: String(bytes.next().value) }]) };
  const vacuumed: string[] = [];
  const vacuum = {
    all: () => Promise.resolve({ done: vacuumed.push('chats') > 0 ? ['chats'] : [], skipped: [] }),
  };
  const settings = new CleanupSettings(readSection(CleanupConfig, {}), readSection(ArchiveConfig, {}));
  const cleanup = new CleanupService(
    steps,
    vacuum as unknown as TableVacuum,
    dataSource as unknown as DataSource,
    settings,
    silentLogger,
  );
  return { cleanup, vacuumed };
}

function newRun(over: Partial<CleanupRun> = {}): CleanupRun {
  return {
    now: new Date(),
    signal: new AbortController().signal,
    onProgress: () => Promise.resolve(),
    ...over,
  };
}

const removes = (id: string, removed: number): CleanupStep => ({ id, run: () => Promise.resolve({ removed }) });
const fails = (id: string, error: Error): CleanupStep => ({ id, run: () => Promise.reject(error) });

describe('a clean-up', () => {
  it('runs every step when one fails, and says which and why without what must not be seen', async () => {
    const { cleanup } = newCleanup([
      removes('first', 2),
      fails('second', new Error('canary')),
      fails('third', new AppError('archive.store', 'Look at S3.')),
      removes('fourth', 3),
    ]);
    const report = await cleanup.run({}, newRun());
    expect(report).toMatchObject({ removed: 5, failed_steps: 2, freed_mb: 2, database_size_mb: 8, dry_run: false });
    expect(report.steps).toEqual([
      { step: 'first', removed: 2 },
      { step: 'second', removed: 0, failed: 'cleanup.step-failed', reason: expect.stringContaining('log') as string },
      { step: 'third', removed: 0, failed: 'archive.store', reason: 'Look at S3.' },
      { step: 'fourth', removed: 3 },
    ]);
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  it('takes from the settings what is not asked for', async () => {
    const orders: CleanupOrder[] = [];
    const step: CleanupStep = { id: 'spy', run: (order) => Promise.resolve({ removed: orders.push(order) }) };
    const { cleanup, vacuumed } = newCleanup([step], [0, 0, 0, 0]);
    await cleanup.run({}, newRun());
    await cleanup.run({ archiveRetentionDays: 7, compressAfterDays: 0, optimizeTables: false }, newRun());
    expect(orders).toMatchObject([
      { archiveRetentionDays: 365, compressAfterDays: 30, dryRun: false },
      { archiveRetentionDays: 7, compressAfterDays: 0, dryRun: false },
    ]);
    expect(vacuumed).toHaveLength(1);
  });

  it('vacuums nothing and frees nothing when it only counts', async () => {
    const { cleanup, vacuumed } = newCleanup([removes('first', 2)]);
    const report = await cleanup.run({ dryRun: true, optimizeTables: true }, newRun());
    expect(report).toMatchObject({ dry_run: true, removed: 2, freed_mb: 0, optimized_tables: [] });
    expect(vacuumed).toEqual([]);
  });

  it('ends when its signal says so: that is no failure of a step', async () => {
    const stop = new AbortController();
    const { cleanup } = newCleanup([
      { id: 'first', run: () => (stop.abort(new Error('stopping')), Promise.reject(new Error('cut off'))) },
      removes('second', 1),
    ]);
    await expect(cleanup.run({}, newRun({ signal: stop.signal }))).rejects.toThrow('stopping');
  });
});
