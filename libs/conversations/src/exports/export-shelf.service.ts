import { Injectable } from '@nestjs/common';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { ExportBook } from './export-book.service.js';
import type { ExportContent } from './export-content.js';
import { ExportFiles, type ExportRun } from './export-files.service.js';
import { ExportKeys } from './export-keys.service.js';
import { exportExpired, exportFailed, exportFileMissing, exportNotReady } from './export.errors.js';
import type { ExportEntity } from './export.entity.js';

const MILLISECONDS_AN_HOUR = 3_600_000;

/** What is to be kept with a file; asked for when the file has been written. */
export interface FileFacts {
  /** Ids of the data keys of those whose words are in it. */
  readonly subjectIds: readonly string[];
  readonly messages: number;
}

/** An export's file, opened. */
export interface OpenExport {
  readonly content: AsyncGenerator<Buffer>;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** The files of exports with their keys and rows: there is a file to be had only when all three are in their place. */
@Injectable()
export class ExportShelf {
  constructor(
    private readonly files: ExportFiles,
    private readonly keys: ExportKeys,
    private readonly book: ExportBook,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Begins anew, whatever a former try left behind. Throws `export.taken`. */
  async begin(exportId: string): Promise<ExportRun> {
    await this.book.begin(exportId);
    return this.files.begin(exportId);
  }

  /** Writes the file and makes it known. Throws `export.taken`, `export.erased-meanwhile`, and whatever the content throws. */
  async put(
    exportId: string,
    run: ExportRun,
    content: ExportContent,
    how: { readonly facts: () => FileFacts; readonly retentionHours: number; readonly signal: AbortSignal },
  ): Promise<void> {
    const key = this.keys.newKey();
    const tallied = await this.files.write(run, key, content.stream, how.signal);
    const { subjectIds, messages } = how.facts();
    const { fileName, mediaType } = content;
    await this.transactions.run(async (manager) => {
      const expiresAt = new Date(this.clock.now().getTime() + how.retentionHours * MILLISECONDS_AN_HOUR);
      await this.book.finish(
        exportId,
        { ...tallied, path: run.path, fileName, mediaType, messages, expiresAt },
        manager,
      );
      await this.keys.keep(exportId, key, subjectIds, manager);
    });
  }

  /** Nothing of a run that failed stays; what another run has written meanwhile does. */
  async discard(exportId: string, { path }: ExportRun): Promise<void> {
    const row = await this.book.find(exportId).catch(() => null);
    if (row?.state !== 'ready' || row.path !== path) await this.files.discard(path);
  }

  /** Removes what a run needed on its way. */
  async tidy(run: ExportRun): Promise<void> {
    await this.files.tidy(run);
  }

  /**
   * Throws `export.not-found`, `export.not-ready`, `export.failed`, `export.expired`, `export.erased` or `export.file-missing`; the content
   * throws `export.damaged` when it is.
   */
  async open(exportId: string): Promise<OpenExport> {
    const row = await this.book.find(exportId);
    const { path, fileName, mediaType, bytes } = this.readyFile(row);
    const key = await this.keys.open(exportId);
    const content = await this.files.read(path, key);
    if (!content) throw exportFileMissing();
    return { content, fileName, mediaType, bytes };
  }

  /** Removes an export with its file. Throws `export.not-found`. */
  async remove(exportId: string): Promise<void> {
    const { id } = await this.book.find(exportId);
    await this.transactions.run(async (manager) => {
      await this.keys.erase(id, manager);
      await this.book.remove(id, manager);
    });
    await this.files.remove(id);
  }

  /** Removes the file only: the row tells for a while that there was one. */
  async expire(exportId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.keys.erase(exportId, manager);
      await this.book.expire(exportId, manager);
    });
    await this.files.remove(exportId);
  }

  private readyFile({ state, taskId, failure, path, fileName, mediaType, bytes, expiresAt }: ExportEntity) {
    switch (state) {
      case 'waiting':
        throw exportNotReady(taskId);
      case 'failed':
        throw exportFailed(failure);
      case 'expired':
        throw exportExpired();
      case 'ready':
        if (!path || !expiresAt || expiresAt <= this.clock.now()) throw exportExpired();
        return {
          path,
          fileName: fileName ?? 'export',
          mediaType: mediaType ?? 'application/octet-stream',
          bytes: Number(bytes),
        };
    }
  }
}
