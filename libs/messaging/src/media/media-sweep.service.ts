import { access, readdir, stat, unlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { StorageConfig } from '#config';
import { isId, sleep } from '#kernel';

import { KNOWN_PATHS_SQL, STORED_PATHS_SQL } from './media-sweep.sql.js';

export interface SweepOptions {
  /** Younger files are let be: their row may be on its way. */
  readonly before: Date;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

export interface SweptFiles {
  readonly removed: number;
  readonly bytes: number;
  /** Files without a row that were let be, because there are too many of them. */
  readonly doubtful: number;
}

const BATCH = 500;
const REST_MS = 20;
/** As many files without a row may be an accident. When they are most of the folder, it is another database's. */
const FEW = 20;
const NOTHING: SweptFiles = { removed: 0, bytes: 0, doubtful: 0 };

interface StrayFile {
  readonly path: string;
  readonly bytes: number;
}

/** Lays the files of the attachments beside their rows. */
@Injectable()
export class MediaSweep {
  private readonly folder: string;

  constructor(
    { dataDir }: StorageConfig,
    private readonly dataSource: DataSource,
  ) {
    this.folder = resolve(dataDir, 'media');
  }

  /** Removes the files that belong to no message, archived ones included; none when they are most of all the files there are. */
  async removeStray({ before, dryRun, signal }: SweepOptions): Promise<SweptFiles> {
    let files = 0;
    const strays: StrayFile[] = [];
    for await (const batch of this.batches()) {
      signal.throwIfAborted();
      files += batch.length;
      strays.push(...(await this.straysOf(batch, before)));
      await sleep(REST_MS, signal);
    }
    signal.throwIfAborted();
    if (strays.length > FEW && 2 * strays.length > files) return { ...NOTHING, doubtful: strays.length };
    if (!dryRun) await this.remove(strays, signal);
    return { removed: strays.length, bytes: strays.reduce((sum, { bytes }) => sum + bytes, 0), doubtful: 0 };
  }

  /** How many attachments that count as stored have no file here; null when there is no folder to look in. */
  async countMissing(signal: AbortSignal): Promise<number | null> {
    if (!(await exists(this.folder))) return null;
    let missing = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      signal.throwIfAborted();
      const rows = await this.dataSource.query<{ id: string; path: string }[]>(STORED_PATHS_SQL, [after, BATCH]);
      const found = await Promise.all(rows.map(({ path }) => exists(join(this.folder, path))));
      missing += found.filter((there) => !there).length;
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return missing;
      after = last.id;
      await sleep(REST_MS, signal);
    }
  }

  /** Paths below the folder, as they are in the rows. */
  private async *batches(): AsyncGenerator<string[]> {
    for (const month of await names(this.folder)) {
      const files = await names(join(this.folder, month));
      for (let at = 0; at < files.length; at += BATCH) {
        yield files.slice(at, at + BATCH).map((file) => join(month, file));
      }
    }
  }

  private async straysOf(paths: readonly string[], before: Date): Promise<StrayFile[]> {
    const rows = await this.dataSource.query<{ path: string }[]>(KNOWN_PATHS_SQL, [
      paths,
      paths.map((path) => basename(path)).filter(isId),
    ]);
    const known = new Set(rows.map(({ path }) => path));
    const strays: StrayFile[] = [];
    for (const path of paths) {
      if (known.has(path)) continue;
      const file = await stat(join(this.folder, path)).catch(() => undefined);
      if (file?.isFile() && file.mtime < before) strays.push({ path, bytes: file.size });
    }
    return strays;
  }

  private async remove(strays: readonly StrayFile[], signal: AbortSignal): Promise<void> {
    for (const { path } of strays) {
      signal.throwIfAborted();
      await unlink(join(this.folder, path)).catch(() => undefined);
    }
  }
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
