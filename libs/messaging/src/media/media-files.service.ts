import { mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { Injectable } from '@nestjs/common';

import { StorageConfig } from '#config';
import { newId, timeOfId } from '#kernel';

/** How many months after its message an attachment may still be stored. */
const MONTHS_LATER = 3;

/** Where the attachment of a message may lie: in the month in which the message was stored, or soon after. */
export function possiblePaths(messageId: string): string[] {
  const stored = timeOfId(messageId);
  return Array.from({ length: MONTHS_LATER + 1 }, (_, months) => {
    const month = new Date(Date.UTC(stored.getUTCFullYear(), stored.getUTCMonth() + months));
    return pathIn(month, messageId);
  });
}

/** The folder of the sealed attachments: `DATA_DIR/media/<yyyy-mm>/<id>`, for this user only. */
@Injectable()
export class MediaFiles {
  private readonly folder: string;

  constructor({ dataDir }: StorageConfig) {
    this.folder = resolve(dataDir, 'media');
  }

  /** Its path below the folder. Whole or not at all: a crash leaves no half of a file under its name. */
  async write(id: string, at: Date, sealed: Buffer): Promise<string> {
    const path = pathIn(at, id);
    const target = join(this.folder, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const draft = `${target}.${newId()}.part`;
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(sealed);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return path;
  }

  /** Null when it is not there. */
  async read(path: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.folder, path));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async remove(path: string): Promise<void> {
    try {
      await unlink(join(this.folder, path));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

function pathIn(month: Date, id: string): string {
  return join(month.toISOString().slice(0, 7), id);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
