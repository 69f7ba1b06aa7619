import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { TableVacuum, type VacuumReport } from '#database';
import { AppError } from '#kernel';
import { Logger } from '#telemetry';

import type { CleanupReport, CleanupStepReport } from './cleanup-report.js';
import { CleanupSettings, type CleanupRequest } from './cleanup-settings.service.js';
import { CLEANUP_STEPS, type CleanupOrder, type CleanupStep } from './cleanup-step.js';

export interface CleanupRun {
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly onProgress: (percent: number, message: string) => Promise<void>;
}

/** Written with every message that comes or goes. */
const BUSY_TABLES = ['chats', 'media', 'messages', 'outbox', 'turns'];
const BYTES_A_MEGABYTE = 1_048_576;

/** Removes what nobody needs any more, step by step: one that fails is told of, and the others run. */
@Injectable()
export class CleanupService {
  constructor(
    @Inject(CLEANUP_STEPS) private readonly steps: readonly CleanupStep[],
    private readonly vacuum: TableVacuum,
    private readonly dataSource: DataSource,
    private readonly settings: CleanupSettings,
    private readonly logger: Logger,
  ) {}

  /** Rejects with the signal's reason when that aborts; a step that fails is in the report. */
  async run(request: CleanupRequest, { now, signal, onProgress }: CleanupRun): Promise<CleanupReport> {
    const { optimizeTables, ...order } = this.settings.fill(request);
    const before = await this.databaseBytes();
    const reports: CleanupStepReport[] = [];
    for (const [done, step] of this.steps.entries()) {
      await onProgress(Math.floor((done / (this.steps.length + 1)) * 100), step.id);
      reports.push(await this.runStep(step, { ...order, now, signal }));
    }
    const vacuumed = await this.optimize(optimizeTables && !order.dryRun, signal, onProgress);
    const bytes = await this.databaseBytes();
    const freed = Math.max(0, before - bytes) + sum(reports.map(({ freed_bytes = 0 }) => freed_bytes));
    return {
      dry_run: order.dryRun,
      removed: sum(reports.map(({ removed }) => removed)),
      failed_steps: reports.filter(({ failed }) => failed !== undefined).length,
      steps: reports,
      optimized_tables: vacuumed.done,
      skipped_tables: vacuumed.skipped,
      freed_mb: order.dryRun ? 0 : megabytes(freed),
      database_size_mb: megabytes(bytes),
    };
  }

  private async runStep(step: CleanupStep, order: CleanupOrder): Promise<CleanupStepReport> {
    try {
      const { removed, kept, reason, bytes } = await step.run(order);
      return {
        step: step.id,
        removed,
        ...(kept !== undefined && { kept }),
        ...(reason !== undefined && { reason }),
        ...(bytes !== undefined && { freed_bytes: bytes }),
      };
    } catch (error) {
      order.signal.throwIfAborted();
      this.logger.error({ err: error, step: step.id }, 'a step of the clean-up failed; the others go on');
      return { step: step.id, removed: 0, ...failureOf(error) };
    }
  }

  private async optimize(
    wanted: boolean,
    signal: AbortSignal,
    onProgress: CleanupRun['onProgress'],
  ): Promise<VacuumReport> {
    if (!wanted) return { done: [], skipped: [] };
    await onProgress(Math.floor((this.steps.length / (this.steps.length + 1)) * 100), 'optimize_tables');
    return this.vacuum.all({ busy: BUSY_TABLES, signal });
  }

  private async databaseBytes(): Promise<number> {
    const [row] = await this.dataSource.query<[{ bytes: string }]>(
      'SELECT pg_database_size(current_database()) AS bytes',
    );
    return Number(row.bytes);
  }
}

/** What of an error may be shown. */
function failureOf(error: unknown): { readonly failed: string; readonly reason: string } {
  if (error instanceof AppError) return { failed: error.code, reason: error.message };
  return { failed: 'cleanup.step-failed', reason: 'It failed unexpectedly: the log of the worker tells why.' };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function megabytes(bytes: number): number {
  return Math.round((bytes / BYTES_A_MEGABYTE) * 100) / 100;
}
