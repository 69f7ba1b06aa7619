import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { KeyObject } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { StorageConfig } from '#config';
import { isId, newId } from '#kernel';

import { exportNotFound } from './export.errors.js';
import { FileTally, type TalliedFile } from './file-tally.js';
import { openFrames, sealFrames } from './sealed-frames.js';

const FOLDER = 'exports';
const UNFINISHED = '.part';

/**
 * The files of exports, `DATA_DIR/exports/<export>/<run>`: sealed, for this user only. Where API and workers are different machines,
 * DATA_DIR has to be shared.
 */
@Injectable()
export class ExportFiles {
  private readonly folder: string;

  constructor({ dataDir }: StorageConfig) {
    this.folder = resolve(dataDir, FOLDER);
  }

  /** An empty folder for one run of an export; whatever a former run left behind is gone. */
  async begin(exportId: string): Promise<ExportRun> {
    await this.remove(exportId);
    const run = newId();
    const scratch = join(this.folderOf(exportId), `${run}.scratch`);
    await mkdir(scratch, { recursive: true, mode: 0o700 });
    return { path: join(exportId, run), scratch };
  }

  /** Writes a stream to the run's file, sealed; under its name only when it is whole and on the disk. */
  async write({ path }: ExportRun, key: KeyObject, content: Readable, signal: AbortSignal): Promise<TalliedFile> {
    const target = join(this.folder, path);
    const draft = target + UNFINISHED;
    const tally = new FileTally();
    const file = createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true });
    await pipeline(content, tally, sealFrames(key), file, { signal });
    await rename(draft, target);
    return tally.result();
  }

  /** The content of a file; undefined when it is not there. Throws `export.damaged` while it is read. */
  async read(path: string, key: KeyObject): Promise<AsyncGenerator<Buffer> | undefined> {
    const file = join(this.folder, path);
    const handle = await open(file).catch(() => undefined);
    await handle?.close();
    return handle && openFrames(key, createReadStream(file));
  }

  /** Removes a run's file, finished or not. */
  async discard(path: string): Promise<void> {
    const target = join(this.folder, path);
    await rm(target, { force: true });
    await rm(target + UNFINISHED, { force: true });
  }

  /** Removes what a run needed on its way, and the folder of its export when nothing is in there. */
  async tidy({ scratch }: ExportRun): Promise<void> {
    await rm(scratch, { recursive: true, force: true });
    await rmdir(dirname(scratch)).catch(() => undefined);
  }

  /** Removes everything of an export. Does nothing when there is nothing. */
  async remove(exportId: string): Promise<void> {
    await rm(this.folderOf(exportId), { recursive: true, force: true });
  }

  /** Exports that have a folder, and when that was made. */
  async list(): Promise<{ readonly exportId: string; readonly madeAt: Date }[]> {
    const names = await readdir(this.folder).catch(() => []);
    const found = names.filter(isId).map(async (exportId) => {
      const folder = await stat(join(this.folder, exportId)).catch(() => undefined);
      return folder ? [{ exportId, madeAt: folder.mtime }] : [];
    });
    return (await Promise.all(found)).flat();
  }

  private folderOf(exportId: string): string {
    // An id is part of a path here: nothing but our own ids may be.
    if (!isId(exportId)) throw exportNotFound();
    return join(this.folder, exportId);
  }
}

/** One try at one export. */
export interface ExportRun {
  /** Of the sealed file, below the folder of all exports. */
  readonly path: string;
  /** A folder for what is needed on the way, unsealed; removed at the end of the run. */
  readonly scratch: string;
}
