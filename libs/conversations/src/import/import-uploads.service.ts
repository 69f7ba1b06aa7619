import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { Injectable } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';

import { StorageConfig } from '#config';
import { Clock, isId, newId } from '#kernel';

import { noFile } from './import.errors.js';

const FOLDER = 'imports';
const UNFINISHED = '.part';
const BYTES_A_MEGABYTE = 1_048_576;
/** A file that nobody took for so long was left by a process that died. */
const STALE_MS = 7 * 86_400_000;

/**
 * Uploaded exports in `DATA_DIR/imports`, from the request until the task is done with them. Where api and worker are
 * different machines, DATA_DIR has to be shared.
 */
@Injectable()
export class ImportUploads {
  private readonly folder: string;
  readonly maxMegabytes: number;

  constructor(
    storage: StorageConfig,
    private readonly clock: Clock,
  ) {
    this.folder = join(storage.dataDir, FOLDER);
    this.maxMegabytes = storage.importMaxMb;
  }

  get maxBytes(): number {
    return this.maxMegabytes * BYTES_A_MEGABYTE;
  }

  /** Where the upload of that id lies. */
  pathOf(uploadId: string): string {
    // An id is part of a path here: nothing but our own ids may be.
    if (!isId(uploadId)) throw noFile();
    return join(this.folder, uploadId);
  }

  /** Writes an upload to disk as it comes and gives its id; leaves nothing behind when that fails. */
  async keep(file: MultipartFile['file']): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.removeStale({ dryRun: false });
    const uploadId = newId();
    const path = this.pathOf(uploadId);
    try {
      await pipeline(file, createWriteStream(path + UNFINISHED, { mode: 0o600 }));
      await rename(path + UNFINISHED, path);
      return uploadId;
    } catch (error) {
      await rm(path + UNFINISHED, { force: true });
      throw error;
    }
  }

  async remove(uploadId: string): Promise<void> {
    await rm(this.pathOf(uploadId), { force: true });
  }

  /** Removes, or counts, what nobody took for so long that nobody will. */
  async removeStale({ dryRun }: { readonly dryRun: boolean }): Promise<{ removed: number; bytes: number }> {
    const eldest = this.clock.now().getTime() - STALE_MS;
    const stale = { removed: 0, bytes: 0 };
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY, size: 0 }));
      if (mtimeMs >= eldest) continue;
      if (!dryRun) await rm(path, { force: true });
      stale.removed += 1;
      stale.bytes += size;
    }
    return stale;
  }
}
