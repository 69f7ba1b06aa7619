import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import { ExportFiles } from './export-files.service.js';
import { ExportShelf } from './export-shelf.service.js';

const MILLISECONDS_A_DAY = 86_400_000;
/** How long the list still tells of an export whose file is gone. */
const REMEMBERED_DAYS = 30;
/** No task runs for so long: what is in a folder then was left by a process that died. */
const STRAY_MS = MILLISECONDS_A_DAY;
const BATCH = 100;

export interface ExpireOptions {
  /** Counts only. */
  readonly dryRun: boolean;
  readonly signal?: AbortSignal;
}

export interface ExpiredExports {
  /** Files whose time was over, or that nobody can open since somebody in them was erased. */
  readonly files: number;
  /** Rows of exports that have had no file for long. */
  readonly rows: number;
  /** Folders without a row, or of an export that ended without a file. */
  readonly strays: number;
}

/** Cleans up after exports. */
@Injectable()
export class ExportKeeping {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shelf: ExportShelf,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
  ) {}

  /** Removes what is over. Stops between two when the signal aborts. */
  async expire({ dryRun, signal }: ExpireOptions): Promise<ExpiredExports> {
    return {
      files: await this.each(OVER_SQL, [this.clock.now()], { dryRun, signal, work: (id) => this.shelf.expire(id) }),
      rows: await this.each(OLD_SQL, [this.ago(REMEMBERED_DAYS * MILLISECONDS_A_DAY)], {
        ...{ dryRun, signal, work: (id) => this.shelf.remove(id) },
      }),
      strays: await this.removeStrays({ dryRun, signal }),
    };
  }

  /** Removes every export with words of somebody whose key was erased, or is about to be. Answers how many there were. */
  async removeOf(subjectId: string): Promise<number> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT export_id AS id FROM export_shares WHERE subject_id = $1',
      [subjectId],
    );
    for (const { id } of rows) await this.shelf.remove(id);
    return rows.length;
  }

  private async each(
    sql: string,
    values: readonly unknown[],
    { dryRun, signal, work }: ExpireOptions & { readonly work: (id: string) => Promise<void> },
  ): Promise<number> {
    let count = 0;
    let after: string | null = null;
    for (;;) {
      signal?.throwIfAborted();
      const rows: { id: string }[] = await this.dataSource.query(
        `${sql} AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
        [...[...values, after, BATCH]],
      );
      for (const { id } of rows) {
        signal?.throwIfAborted();
        if (!dryRun) await work(id);
        count += 1;
      }
      after = rows.at(-1)?.id ?? null;
      if (rows.length < BATCH) return count;
    }
  }

  private async removeStrays({ dryRun, signal }: ExpireOptions): Promise<number> {
    const eldest = this.ago(STRAY_MS);
    const old = (await this.files.list()).filter(({ madeAt }) => madeAt < eldest).map(({ exportId }) => exportId);
    const kept = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM exports WHERE id = ANY($1) AND state = 'ready'`,
      [old],
    );
    const keep = new Set(kept.map(({ id }) => id));
    const strays = old.filter((id) => !keep.has(id));
    for (const id of strays) {
      signal?.throwIfAborted();
      if (!dryRun) await this.files.remove(id);
    }
    return strays.length;
  }

  private ago(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() - milliseconds);
  }
}

const OVER_SQL = `
SELECT id FROM exports WHERE state = 'ready' AND (expires_at <= $1 OR EXISTS (
  SELECT FROM export_shares WHERE export_id = exports.id
    AND NOT EXISTS (SELECT FROM data_keys WHERE data_keys.subject_id = export_shares.subject_id)))`;

const OLD_SQL = `SELECT id FROM exports WHERE coalesce(expires_at, finished_at, created_at) <= $1 AND state <> 'ready'`;
